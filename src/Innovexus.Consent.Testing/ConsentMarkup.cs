using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Innovexus.Consent.Testing;

/// <summary>Looks at how the choices are offered, in rendered HTML and in a browser. Safe for concurrent use.</summary>
public static class ConsentMarkup
{
    /// <summary>What <see cref="EnsureEqualChoices"/> takes for accepting, unless it is told otherwise.</summary>
    public const string AcceptSelector = $"[name={DecisionField.Action}][value={DecisionAction.AcceptAll}]";

    /// <summary>What <see cref="EnsureEqualChoices"/> takes for refusing, unless it is told otherwise.</summary>
    public const string RejectSelector = $"[name={DecisionField.Action}][value={DecisionAction.RejectAll}]";

    /// <summary>
    /// That a banner offers to refuse as it offers to accept: wherever one can be chosen, so can the other, by the same kind of element with
    /// the same classes and the same inline style, in as many steps (what is folded up or hidden is a step away), and by the keyboard too.
    /// Colours and sizes that a style sheet gives to one of them alone cannot be seen in HTML: <see cref="ProminenceScript"/> measures
    /// those in a browser.
    /// </summary>
    /// <param name="html">A page or a part of one, as it is sent or rendered.</param>
    /// <param name="acceptSelector">A CSS selector of what accepts. The default is a button of the library's form.</param>
    /// <param name="rejectSelector">A CSS selector of what refuses. The default is a button of the library's form.</param>
    /// <exception cref="InvalidOperationException">They differ, or nothing accepts. The message names every difference.</exception>
    public static void EnsureEqualChoices(string html, string acceptSelector = AcceptSelector, string rejectSelector = RejectSelector)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentException.ThrowIfNullOrWhiteSpace(acceptSelector);
        ArgumentException.ThrowIfNullOrWhiteSpace(rejectSelector);
        using var document = new HtmlParser().ParseDocument(html);
        var accepting = document.QuerySelectorAll(acceptSelector).ToArray();
        var refusing = document.QuerySelectorAll(rejectSelector).ToArray();
        if (accepting.Length == 0)
        {
            throw new InvalidOperationException($"Nothing in this HTML accepts: no element matches '{acceptSelector}'. Is the banner rendered, and does the selector name its button?");
        }

        var differences = new List<string>();
        if (accepting.Length != refusing.Length)
        {
            differences.Add($"{accepting.Length} elements accept, and {refusing.Length} refuse");
        }

        differences.AddRange(accepting.Zip(refusing).SelectMany(pair => Differences(new(pair.First), new(pair.Second))).Distinct(StringComparer.Ordinal));
        if (differences.Count > 0)
        {
            throw new InvalidOperationException($"Refusing is not offered as accepting is: {string.Join("; ", differences)}. Give both the same element, classes and place.");
        }
    }

    /// <summary>
    /// A JavaScript expression that measures in a browser whether refusing is offered as accepting is, wherever accepting is in sight.
    /// Evaluate it in the page with whatever drives your browser: its value is an array with a text for each difference, which
    /// <see cref="EnsureEqualProminence"/> takes. A text begins with the name of the difference: <c>size</c>, <c>weight</c>,
    /// <c>contrast</c>, <c>order</c>, <c>distance</c>, <c>click</c> (refusing takes one more), or <c>choice</c> (one of the two is missing).
    /// It reads no words, so it works in every language, and changes nothing in the page.
    /// </summary>
    /// <param name="acceptSelector">A CSS selector of what accepts. The default is a button of the library's form.</param>
    /// <param name="rejectSelector">A CSS selector of what refuses. The default is a button of the library's form.</param>
    public static string ProminenceScript(string acceptSelector = AcceptSelector, string rejectSelector = RejectSelector)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(acceptSelector);
        ArgumentException.ThrowIfNullOrWhiteSpace(rejectSelector);
        return $"(() => {{ {Measuring.Value} return measure({JsonSerializer.Serialize(acceptSelector)}, {JsonSerializer.Serialize(rejectSelector)}); }})()";
    }

    /// <summary>That <see cref="ProminenceScript"/> found nothing.</summary>
    /// <param name="differences">The script's value.</param>
    /// <exception cref="InvalidOperationException">It found something. The message names every difference.</exception>
    public static void EnsureEqualProminence(IEnumerable<string> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        string[] found = [.. differences];
        if (found.Length > 0)
        {
            throw new InvalidOperationException($"Refusing is not offered as accepting is: {string.Join("; ", found)}. Give both the same style and place.");
        }
    }

    // What Development measures with too, as an expression of its own: it has no module around it.
    private static readonly Lazy<string> Measuring = new(() =>
    {
        using var reader = new StreamReader(typeof(ConsentMarkup).Assembly.GetManifestResourceStream("ic-prominence.js")!);
        return reader.ReadToEnd().Replace("export function", "function", StringComparison.Ordinal);
    });

    private static IEnumerable<string> Differences(OfferedChoice accept, OfferedChoice reject)
    {
        if (accept.Kind != reject.Kind)
        {
            yield return $"accepting is {accept.Kind} and refusing is {reject.Kind}";
        }

        if (accept.Classes != reject.Classes)
        {
            yield return $"accepting has the classes '{accept.Classes}' and refusing '{reject.Classes}'";
        }

        if (accept.Style != reject.Style)
        {
            yield return $"accepting has the style '{accept.Style}' and refusing '{reject.Style}'";
        }

        if (accept.Steps != reject.Steps)
        {
            yield return $"accepting is {accept.Steps} steps away and refusing {reject.Steps}";
        }

        if (accept.IsReached != reject.IsReached)
        {
            yield return $"{(accept.IsReached ? "refusing" : "accepting")} is not reached by the keyboard, or is disabled";
        }

        if (accept.HasWords != reject.HasWords)
        {
            yield return $"{(accept.HasWords ? "refusing" : "accepting")} has no words";
        }
    }
}
