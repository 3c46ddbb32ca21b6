using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>Reads single values of a section. One that cannot be read is a problem and sets nothing.</summary>
internal sealed class ValueReader(List<ConsentProblem> problems)
{
    private static readonly char[] ListSeparators = [',', ' ', '\t', '\n', '\r'];

    public void ReadText(IConfigurationSection entry, Action<string> set)
    {
        if (IsScalar(entry, "a single text") && entry.Value is { } text)
        {
            set(text);
        }
    }

    public void ReadList(IConfigurationSection entry, Action<string> add)
    {
        if (IsScalar(entry, "one text with the entries separated by commas or spaces (configuration layers would merge an array by index)"))
        {
            foreach (var item in (entry.Value ?? "").Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries))
            {
                add(item);
            }
        }
    }

    public void ReadBool(IConfigurationSection entry, Action<bool> set) =>
        ReadValue(entry, () => "Write true or false.", text => bool.TryParse(text, out var value) ? value : null, set);

    public void ReadDate(IConfigurationSection entry, Action<DateOnly> set) => ReadValue(
        entry,
        () => "Write a date such as 2026-01-31.",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        set);

    public void ReadInteger(IConfigurationSection entry, Action<int> set) => ReadValue(
        entry,
        () => "Write a whole number.",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        set);

    public void ReadDuration(IConfigurationSection entry, Action<TimeSpan> set) =>
        ReadValue(entry, () => ConsentDuration.Form, text => ConsentDuration.TryParse(text, out var value) ? value : null, set);

    public void ReadName<T>(IConfigurationSection entry, Action<T> set)
        where T : struct, Enum =>
        ReadValue(
            entry,
            () => $"Use one of: {string.Join(", ", Enum.GetNames<T>())}.{ConsentId.Suggestion(entry.Value ?? "", Enum.GetNames<T>())}",
            Named<T>,
            set);

    public void ReadFlags<T>(IConfigurationSection entry, Action<T> set)
        where T : struct, Enum
    {
        if (IsScalar(entry, "one text with the names separated by commas") && !string.IsNullOrEmpty(entry.Value))
        {
            ReadFlags(entry.Value, entry.Path, set);
        }
    }

    public void ReadFlags<T>(string text, string path, Action<T> set)
        where T : struct, Enum
    {
        var names = text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries);
        var unknown = Array.Find(names, name => Named<T>(name) is null);
        if (names.Length == 0)
        {
            Problem(path, $"'{text}' names nothing. Use: {string.Join(", ", Enum.GetNames<T>())}.");
        }
        else if (unknown is not null)
        {
            Problem(path, $"There is no '{unknown}'.{ConsentId.Suggestion(unknown, Enum.GetNames<T>())} Use: {string.Join(", ", Enum.GetNames<T>())}.");
        }
        else
        {
            set(Enum.Parse<T>(string.Join(',', names), ignoreCase: true));
        }
    }

    private void ReadValue<T>(IConfigurationSection entry, Func<string> fix, Func<string, T?> parse, Action<T> set)
        where T : struct
    {
        if (!IsScalar(entry, "a single value") || string.IsNullOrEmpty(entry.Value))
        {
            return;
        }

        if (parse(entry.Value) is { } value)
        {
            set(value);
        }
        else
        {
            Problem(entry.Path, $"'{entry.Value}' cannot be read. {fix()}");
        }
    }

    // By name only: Enum.TryParse would also take "64", a number that no name stands for.
    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), name => string.Equals(name, text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : null;

    private bool IsScalar(IConfigurationSection section, string what)
    {
        if (!section.GetChildren().Any())
        {
            return true;
        }

        Problem(section.Path, $"This is a list or an object. Write {what}.");
        return false;
    }

    private void Problem(string path, string message) => problems.Add(new(path, message));
}
