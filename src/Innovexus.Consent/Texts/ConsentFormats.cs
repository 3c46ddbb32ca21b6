using System.Globalization;
using System.Resources;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// How a language joins lists and says days and durations: CLDR's rules, which stand in <c>ConsentFormats.restext</c> and in a file beside
/// it for each language, so that an application without culture data has them too. Immutable and safe to share between threads.
/// </summary>
internal sealed class ConsentFormats(string language, ResourceSet formats)
{
    // Spaces at which no line ends. Versions of CLDR differ in which of the two they write.
    private const char NoBreakSpace = '\u00A0';
    private const char NarrowNoBreakSpace = '\u202F';

    /// <summary>Names in a sentence: <c>one, two and three</c>.</summary>
    public string List(IReadOnlyList<string> names)
    {
        if (names.Count < 2)
        {
            return string.Concat(names);
        }

        if (names.Count == 2)
        {
            return Last("ListPair", names[0], names[1]);
        }

        var list = Join("ListStart", names[0], names[1]);
        for (var i = 2; i < names.Count - 1; i++)
        {
            list = Join("ListMiddle", list, names[i]);
        }

        return Last("ListEnd", list, names[^1]);
    }

    /// <summary>Names one after the other: <c>one, two, three</c>.</summary>
    public string Series(IEnumerable<string> names) => names.Aggregate("", (list, name) => list.Length == 0 ? name : Join("ListMiddle", list, name));

    /// <summary>A day in the calendar and the digits of the language's readers, without a space at which a line could end.</summary>
    public string Day(DateTime day)
    {
        var (calendar, pattern) = (CalendarOf(formats.GetString("Calendar")), Format("Date"));
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var length = 1;
            while (i + length < pattern.Length && pattern[i + length] == pattern[i])
            {
                length++;
            }

            switch (pattern[i])
            {
                case '\'':
                    var end = pattern.IndexOf('\'', i + 1);
                    text.Append(pattern, i + 1, end - i - 1);
                    length = end + 1 - i;
                    break;
                case 'd':
                    text.Append(Number(calendar.GetDayOfMonth(day), length));
                    break;
                case 'M' when length == 4:
                    text.Append(Format("Months").Split('|')[calendar.GetMonth(day) - 1]);
                    break;
                case 'M':
                    text.Append(Number(calendar.GetMonth(day), length));
                    break;
                case 'y':
                    text.Append(Number(calendar.GetYear(day), length));
                    break;
                default:
                    text.Append(pattern, i, length);
                    break;
            }

            i += length;
        }

        return text.Replace(' ', NoBreakSpace).Replace(NarrowNoBreakSpace, NoBreakSpace).ToString();
    }

    /// <summary>A whole number of days, hours or minutes.</summary>
    /// <param name="number">How many.</param>
    /// <param name="unit"><c>Day</c>, <c>Hour</c> or <c>Minute</c>.</param>
    public string Duration(int number, string unit) =>
        (formats.GetString($"{unit}.{PluralRules.FormOf(language, number)}") ?? Format($"{unit}.other")).Replace("{0}", Number(number, 1), StringComparison.Ordinal);

    private string Format(string name) => formats.GetString(name)!;

    private string Join(string pattern, string before, string after) => ConsentTexts.Fill(Format(pattern), before, after);

    // What CLDR leaves to programs: Spanish "y" before the sound of itself, and a hyphen behind Hebrew's "and" before another script.
    private string Last(string pattern, string before, string after) => language switch
    {
        "es" or "es-419" when IsSoundOfI(after) => ConsentTexts.Fill(Format(pattern).Replace(" y ", " e ", StringComparison.Ordinal), before, after),
        "he" when after is not [>= '\u0590' and <= '\u05FF', ..] => ConsentTexts.Fill(Format(pattern).Replace("{1}", "-{1}", StringComparison.Ordinal), before, after),
        _ => Join(pattern, before, after),
    };

    private static bool IsSoundOfI(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower is ['i' or 'í', ..] or ['h', 'i' or 'í', ..] and not ['h', 'i', 'a' or 'e', ..];
    }

    private string Number(int number, int least)
    {
        var text = number.ToString($"D{least}", CultureInfo.InvariantCulture);
        return formats.GetString("Digits") is { } digits ? string.Concat(text.Select(digit => digits[digit - '0'])) : text;
    }

    private static Calendar CalendarOf(string? name) => name switch
    {
        "persian" => new PersianCalendar(),
        "buddhist" => new ThaiBuddhistCalendar(),
        _ => new GregorianCalendar(),
    };
}
