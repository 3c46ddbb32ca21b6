using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;consent-banner /&gt;</c>: <see cref="ConsentBanner"/> for Razor Pages and MVC, the first child of the layout's <c>&lt;body&gt;</c>.</summary>
[HtmlTargetElement("consent-banner")]
public sealed class ConsentBannerTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<ConsentBanner>(output);
    }
}
