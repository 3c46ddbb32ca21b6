using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What is wrong with how events and page views are said to a vendor.</summary>
internal static class CallCheck
{
    public static void Check(RegistryDraft draft, List<ConsentProblem> problems)
    {
        foreach (var (id, vendor) in draft.Vendors)
        {
            Check(draft.Path("Vendors", id), vendor, problems);
        }
    }

    private static void Check(string path, VendorOptions vendor, List<ConsentProblem> problems)
    {
        if (!Enum.IsDefined(vendor.PageViews))
        {
            problems.Add(new($"{path}:PageViews", $"There is no {vendor.PageViews}. Use one of: {string.Join(", ", Enum.GetNames<VendorPageViews>())}."));
        }

        Check($"{path}:Events", vendor.Events, EventValues.OfEvent, problems);
        Check($"{path}:PageView", vendor.PageView, EventValues.OfPage, problems);
    }

    private static void Check(string path, VendorCall? call, string[] values, List<ConsentProblem> problems)
    {
        if (call is not null)
        {
            problems.AddRange(Problems(call, values).Select(problem => new ConsentProblem(path, problem)));
        }
    }

    private static IEnumerable<string> Problems(VendorCall call, string[] values)
    {
        if (call.Form == SignalForm.Set || !Enum.IsDefined(call.Form))
        {
            yield return $"Nothing happens in the form {call.Form}. Use one of: {string.Join(", ", Enum.GetNames<SignalForm>().Where(name => name != nameof(SignalForm.Set)))}.";
        }

        if (!SignalCheck.IsGlobalName(call.Target))
        {
            yield return $"'{call.Target}' is not the name of a global function or queue. Write it without parentheses, such as posthog.capture.";
        }

        if (SignalCheck.Array(call.Arguments) is not { } arguments)
        {
            yield return $"The arguments {call.Arguments} are no JSON array. Write them as [{{ \"$event\": \"name\" }}].";
            yield break;
        }

        foreach (var value in SignalArguments.Find(arguments, EventValues.Marker))
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            if (!values.Contains(text))
            {
                yield return $"There is no '{text}' here.{ConsentId.Suggestion(text, values)} Use one of: {string.Join(", ", values)}.";
            }
        }

        if (SignalArguments.Find(arguments, SignalArguments.Granted).Any())
        {
            yield return "Only a vendor that is granted hears of events, so $granted has nothing to tell. Leave it out.";
        }
    }
}
