using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What is wrong with the signals of a site or a vendor.</summary>
internal static class SignalCheck
{
    public static void Check(ConsentOptions options, List<ConsentProblem> problems)
    {
        var draft = options.Registry;
        string[] ids = [.. BuiltInDeclarations.Categories.Keys.Union(draft.Categories.Keys, StringComparer.Ordinal), .. draft.Vendors.Keys];
        Check(draft.SectionPath, options.Signals, null, ids, problems);
        foreach (var (id, vendor) in draft.Vendors)
        {
            Check(draft.Path("Vendors", id), vendor.Signals, id, ids, problems);
        }
    }

    private static void Check(string path, IEnumerable<VendorSignal> signals, string? vendor, IReadOnlyCollection<string> ids, List<ConsentProblem> problems)
    {
        foreach (var signal in signals)
        {
            problems.AddRange(Problems(signal, vendor, ids).Select(problem => new ConsentProblem($"{path}:Signals:{signal.Target}", problem)));
        }
    }

    private static IEnumerable<string> Problems(VendorSignal signal, string? vendor, IReadOnlyCollection<string> ids)
    {
        if (!Enum.IsDefined(signal.When))
        {
            yield return $"There is no moment {signal.When}. Use one of: {string.Join(", ", Enum.GetNames<SignalMoment>())}.";
        }

        if (!Enum.IsDefined(signal.Form))
        {
            yield return $"There is no form {signal.Form}. Use one of: {string.Join(", ", Enum.GetNames<SignalForm>())}.";
        }

        if (!IsGlobalName(signal.Target))
        {
            yield return $"'{signal.Target}' is not the name of a global function, queue or value. Write it without parentheses, such as plausible.optOut.";
        }

        if (signal is { When: SignalMoment.Before, Form: SignalForm.Call })
        {
            yield return $"'{signal.Target}' cannot be called before anything else, since nothing has defined it by then. Push onto its queue, or say it at Grant.";
        }

        if (vendor is null && signal.When is SignalMoment.Grant or SignalMoment.Revoke)
        {
            yield return $"The site itself is never granted or revoked. Declare '{signal.Target}' with its vendor, or say it at Change.";
        }

        if (Array(signal.Arguments) is not { } arguments)
        {
            yield return $"The arguments {signal.Arguments} are no JSON array. Write them as [\"consent\", \"revoke\"].";
            yield break;
        }

        if (signal.Form == SignalForm.Set && arguments.GetArrayLength() != 1)
        {
            yield return $"'{signal.Target}' is set to exactly one value. Write it as [true].";
        }

        if (SignalArguments.Find(arguments, EventValues.Marker).Any())
        {
            yield return "A signal is about consent and knows of no event, so $event has nothing to tell. Say events with Events or PageView.";
        }

        foreach (var id in SignalArguments.Find(arguments, SignalArguments.Granted))
        {
            var text = id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();
            if (text == SignalArguments.Own && vendor is null)
            {
                yield return "'.' stands for the vendor that declares a signal, and this one is the site's. Name a category or a vendor.";
            }
            else if (text != SignalArguments.Own && !ids.Contains(text))
            {
                yield return $"There is no category or vendor '{text}'.{ConsentId.Suggestion(text, ids)}";
            }
        }
    }

    internal static JsonElement? Array(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // With the names that only brackets could write, such as ga-disable-G-1.
    internal static bool IsGlobalName(string text) => text.Split('.').All(part =>
        part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$' or '-'));
}
