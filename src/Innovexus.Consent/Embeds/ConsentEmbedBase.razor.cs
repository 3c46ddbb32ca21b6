using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>What gated frames and images share: the placeholder in their place. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class ConsentEmbedBase : ConsentGateBase
{
    // These two go to the box in the page; all other attributes go to the element in it.
    private static readonly string[] OfTheBox = ["class", "style"];

    private static readonly string[] Loading = ["srcset", "srcdoc"];

    private protected ConsentEmbedBase()
    {
    }

    /// <summary>The address that the content is loaded from once it is granted. Required.</summary>
    [Parameter]
    [EditorRequired]
    public string? Src { get; set; }

    /// <summary>The content's own address, where it can be seen without being embedded: a video's page, for example.</summary>
    /// <value>The default is <see cref="Src"/>.</value>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>
    /// A picture of the site's own behind the placeholder's text. It must not come from the vendor, since it loads without consent.
    /// </summary>
    [Parameter]
    public string? Poster { get; set; }

    /// <summary>The width in CSS pixels; where the page is narrower, so is this, in the same proportion.</summary>
    /// <value>The default is 560. A <see cref="ConsentImage"/> that conveys something needs its own.</value>
    [Parameter]
    public int? Width { get; set; }

    /// <summary>The height in CSS pixels.</summary>
    /// <value>The default is 315. A <see cref="ConsentImage"/> that conveys something needs its own.</value>
    [Parameter]
    public int? Height { get; set; }

    /// <summary>Further attributes: <c>class</c> and <c>style</c> for the box in the page, others for the element in it.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    private protected ConsentVerdict Verdict => Page.State[Id];

    /// <summary>The name of the content in the placeholder; empty if no placeholder is shown.</summary>
    private protected abstract string Label { get; }

    private protected int BoxWidth => Width ?? 560;

    private protected int BoxHeight => Height ?? 315;

    private protected IEnumerable<KeyValuePair<string, object>> OfTheElement =>
        (AdditionalAttributes ?? new Dictionary<string, object>()).Where(attribute => !OfTheBox.Contains(attribute.Key, StringComparer.OrdinalIgnoreCase));

    private object? Class => AdditionalAttributes?.GetValueOrDefault("class");

    private object? Style => AdditionalAttributes?.GetValueOrDefault("style");

    private string Key => GateKey.Of(Id, Src!);

    private Uri? Address => Uri.TryCreate(Href ?? Src, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A required parameter is missing, or two contradict each other.</exception>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        (Src, Href, Poster) = (Given(Src), Given(Href), Given(Poster));
        if (Src is null)
        {
            throw new InvalidOperationException($"{Component} for '{Id}' needs Src, the address to load.");
        }

        if (AdditionalAttributes?.Keys.FirstOrDefault(name => Loading.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } loading)
        {
            throw new InvalidOperationException(
                $"{Component} for '{Id}' has the attribute '{loading}', which loads content before a grant. Give the address as Src instead.");
        }

        if (BoxWidth <= 0 || BoxHeight <= 0)
        {
            throw new InvalidOperationException($"{Component} for '{Id}' is {BoxWidth} by {BoxHeight} pixels. Give a positive Width and Height.");
        }
    }

    /// <summary>The gated element, or the live one for visitors without script.</summary>
    private protected abstract RenderFragment Element(bool live);

    private protected void AddCommon(RenderTreeBuilder builder, int sequence, bool live)
    {
        builder.AddAttribute(sequence, "data-ic", live ? null : Verdict.Id);
        builder.AddAttribute(sequence + 1, live ? "src" : "data-ic-src", Src);
        builder.AddAttribute(sequence + 2, "width", Width ?? (Label.Length > 0 ? BoxWidth : null));
        builder.AddAttribute(sequence + 3, "height", Height ?? (Label.Length > 0 ? BoxHeight : null));
        // The style sheet shows the placeholder. Until it has loaded only the space is kept, so that nothing jumps. The attribute "hidden"
        // would not do: the style sheets of many sites make it final.
        builder.AddAttribute(sequence + 4, "popover", !live && Label.Length > 0 ? "manual" : null);
        if (live)
        {
            builder.AddAttribute(sequence + 5, "loading", "lazy");
        }
    }
}
