using System.ComponentModel;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>What gated frames and images of a Razor view share. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentEmbedTagHelperBase : ConsentGateTagHelperBase
{
    private protected ConsentEmbedTagHelperBase()
    {
    }

    /// <summary>The content's own address, where it can be seen without being embedded.</summary>
    [HtmlAttributeName("consent-href")]
    public string? Href { get; set; }

    /// <summary>A picture of the site's own behind the placeholder's text.</summary>
    [HtmlAttributeName("consent-poster")]
    public string? Poster { get; set; }

    private protected IEnumerable<(string Name, object? Value)> Embed(Dictionary<string, object> attributes) =>
    [
        Gate,
        (nameof(ConsentEmbedBase.Src), Take(attributes, "src")),
        (nameof(ConsentEmbedBase.Href), Href),
        (nameof(ConsentEmbedBase.Poster), Poster),
        (nameof(ConsentEmbedBase.Width), TakeNumber(attributes, "width")),
        (nameof(ConsentEmbedBase.Height), TakeNumber(attributes, "height")),
        (nameof(ConsentEmbedBase.AdditionalAttributes), attributes),
    ];
}
