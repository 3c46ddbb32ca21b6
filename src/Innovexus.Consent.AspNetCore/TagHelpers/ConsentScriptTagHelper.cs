using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;script consent="plausible" src="…"&gt;&lt;/script&gt;</c>: a <see cref="ConsentScript"/>, with its address or its code,
/// that runs only where its vendor or category is granted.
/// </summary>
[HtmlTargetElement("script", Attributes = ConsentAttribute)]
public sealed class ConsentScriptTagHelper : ConsentGateTagHelperBase
{
    /// <summary>How often it runs.</summary>
    /// <value>The default is <see cref="ScriptRun.Once"/>.</value>
    [HtmlAttributeName("consent-run")]
    public ScriptRun Run { get; set; }

    /// <summary>Tells this script from another.</summary>
    [HtmlAttributeName("consent-key")]
    public string? Key { get; set; }

    /// <summary>Whether listeners for <c>DOMContentLoaded</c> and <c>load</c> are called also where those events are over.</summary>
    [HtmlAttributeName("consent-replay-load-events")]
    public bool ReplayLoadEvents { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var code = Text(await output.GetChildContentAsync(), Encoder);
        var attributes = Others(output);
        await RenderAsync<ConsentScript>(
            output,
            [
                Gate,
                (nameof(ConsentScript.Src), Take(attributes, "src")),
                (nameof(ConsentScript.Type), Take(attributes, "type")),
                (nameof(ConsentScript.Code), string.IsNullOrWhiteSpace(code) ? null : code),
                (nameof(ConsentScript.Run), Run),
                (nameof(ConsentScript.Key), Key),
                (nameof(ConsentScript.ReplayLoadEvents), ReplayLoadEvents),
                (nameof(ConsentScript.AdditionalAttributes), attributes),
            ]);
    }
}
