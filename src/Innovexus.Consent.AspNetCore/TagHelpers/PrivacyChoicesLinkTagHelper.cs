using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;privacy-choices-link class="…" /&gt;</c>: <see cref="PrivacyChoicesLink"/> for Razor Pages and MVC. Other attributes are passed on.
/// </summary>
[HtmlTargetElement("privacy-choices-link")]
public sealed class PrivacyChoicesLinkTagHelper : ConsentTagHelperBase
{
    /// <summary>The words.</summary>
    public PrivacyChoicesWording Wording { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<PrivacyChoicesLink>(
            output, (nameof(PrivacyChoicesLink.Wording), Wording), (nameof(PrivacyChoicesLink.AdditionalAttributes), Others(output)));
    }
}
