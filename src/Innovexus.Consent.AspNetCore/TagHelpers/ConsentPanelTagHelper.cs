using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;consent-panel /&gt;</c>: <see cref="ConsentPanel"/> for Razor Pages and MVC, directly after <c>&lt;consent-head /&gt;</c>.</summary>
[HtmlTargetElement("consent-panel")]
public sealed class ConsentPanelTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<ConsentPanel>(output);
    }
}
