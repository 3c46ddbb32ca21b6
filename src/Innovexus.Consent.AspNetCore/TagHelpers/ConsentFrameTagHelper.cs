using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;iframe consent="youtube" src="…" title="…"&gt;&lt;/iframe&gt;</c>: a <see cref="ConsentFrame"/>, which is loaded only where
/// its vendor or category is granted, with a placeholder of its size until then.
/// </summary>
[HtmlTargetElement("iframe", Attributes = ConsentAttribute)]
public sealed class ConsentFrameTagHelper : ConsentEmbedTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var attributes = Others(output);
        return RenderAsync<ConsentFrame>(output, [(nameof(ConsentFrame.Title), Take(attributes, "title")), .. Embed(attributes)]);
    }
}
