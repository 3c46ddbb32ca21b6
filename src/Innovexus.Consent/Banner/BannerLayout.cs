namespace Innovexus.Consent;

/// <summary>How the banner stands in a window that has room for it. On phones every layout is a compact bar.</summary>
public enum BannerLayout
{
    /// <summary>A bar over the whole width, at the bottom or at the top. The default.</summary>
    Bar,

    /// <summary>A box in a corner at the bottom.</summary>
    Box,

    /// <summary>A card in the middle. The page behind it can be read, scrolled and used.</summary>
    Card,
}
