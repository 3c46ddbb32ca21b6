namespace Innovexus.Consent;

/// <summary>How the banner looks. Read once at start-up; not safe for concurrent use.</summary>
public sealed class BannerOptions
{
    /// <summary>The layout.</summary>
    /// <value>The default is <see cref="BannerLayout.Bar"/>.</value>
    public BannerLayout Layout { get; set; }

    /// <summary>
    /// The position: <see cref="BannerPosition.Bottom"/> or <see cref="BannerPosition.Top"/> for a bar,
    /// <see cref="BannerPosition.BottomStart"/> or <see cref="BannerPosition.BottomEnd"/> for a box. A card is in the middle and has none.
    /// The start-up fails where the two do not go together.
    /// </summary>
    /// <value><see langword="null"/>, the default: where the layout stands by itself, which is the first that is named here for it.</value>
    public BannerPosition? Position { get; set; }
}
