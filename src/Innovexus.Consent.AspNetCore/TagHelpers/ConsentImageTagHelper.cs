using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;img consent="maps" src="…" alt="…" width="300" height="200" /&gt;</c>: a <see cref="ConsentImage"/>, which is loaded only
/// where its vendor or category is granted.
/// </summary>
[HtmlTargetElement("img", Attributes = ConsentAttribute, TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConsentImageTagHelper : ConsentEmbedTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var attributes = Others(output);
        return RenderAsync<ConsentImage>(output, [(nameof(ConsentImage.Alt), Take(attributes, "alt")), .. Embed(attributes)]);
    }
}
