namespace Innovexus.Consent;

/// <summary>
/// Where the banner stands. Start and end follow the page's direction: in a page that is written from right to left, the start is on the
/// right.
/// </summary>
public enum BannerPosition
{
    /// <summary>At the bottom of the window: a bar, which is its default.</summary>
    Bottom,

    /// <summary>At the top of the window, above the page: a bar. The page begins below it.</summary>
    Top,

    /// <summary>In the corner at the bottom where lines start: a box, which is its default.</summary>
    BottomStart,

    /// <summary>In the corner at the bottom where lines end: a box.</summary>
    BottomEnd,
}
