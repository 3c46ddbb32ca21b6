namespace Innovexus.Consent;

/// <summary>A layout at a position, as the browser knows it.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Position">Its position; none for what stands in the middle.</param>
/// <param name="Classes">The banner's classes, beside those that it always has.</param>
/// <param name="Sheet">The style sheet that it needs beside <c>ic.css</c>, if any.</param>
internal sealed record BannerLook(BannerLayout Layout, BannerPosition? Position, string Classes, string? Sheet = null)
{
    /// <summary>All that there are; of each layout the default comes first.</summary>
    public static IReadOnlyList<BannerLook> All { get; } =
    [
        new(BannerLayout.Bar, BannerPosition.Bottom, "ic-banner-bar"),
        new(BannerLayout.Bar, BannerPosition.Top, "ic-banner-bar ic-banner-top", "ic-top.css"),
        new(BannerLayout.Box, BannerPosition.BottomStart, "ic-banner-box ic-banner-start", "ic-box.css"),
        new(BannerLayout.Box, BannerPosition.BottomEnd, "ic-banner-box ic-banner-end", "ic-box.css"),
        new(BannerLayout.Card, null, "ic-banner-card", "ic-card.css"),
    ];

    /// <summary>What is shown unless the site wants another.</summary>
    public static BannerLook Default => All[0];

    /// <summary>What the options name, or nothing where layout and position do not go together.</summary>
    public static BannerLook? Find(BannerOptions options) =>
        All.FirstOrDefault(look => look.Layout == options.Layout && (options.Position is null || look.Position == options.Position));
}
