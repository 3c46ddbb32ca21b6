using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;consent-head /&gt;</c>: <see cref="ConsentHead"/> for Razor Pages and MVC, in the layout's <c>&lt;head&gt;</c>.</summary>
[HtmlTargetElement("consent-head")]
public sealed class ConsentHeadTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<ConsentHead>(output);
    }
}
