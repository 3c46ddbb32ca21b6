using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;consent-link class="…"&gt;Cookie settings&lt;/consent-link&gt;</c>: <see cref="ConsentLink"/> for Razor Pages and MVC. Its
/// content is the words on the link; other attributes are passed on.
/// </summary>
[HtmlTargetElement("consent-link")]
public sealed class ConsentLinkTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = await output.GetChildContentAsync();
        await RenderAsync<ConsentLink>(
            output,
            (nameof(ConsentLink.ChildContent), content.IsEmptyOrWhiteSpace ? null : Html(content, Encoder)),
            (nameof(ConsentLink.AdditionalAttributes), Others(output)));
    }
}
