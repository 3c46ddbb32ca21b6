using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;privacy-choices /&gt;</c>: <see cref="PrivacyChoices"/> for Razor Pages and MVC.</summary>
[HtmlTargetElement("privacy-choices")]
public sealed class PrivacyChoicesTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<PrivacyChoices>(output);
    }
}
