namespace Innovexus.Consent;

/// <summary>Which page views a vendor's script counts by itself.</summary>
public enum VendorPageViews
{
    /// <summary>None: each view is said to it.</summary>
    None,

    /// <summary>The first one, when it loads: each further view in the same document is said to it.</summary>
    Load,

    /// <summary>All, since it follows the history of the browser: none is said to it.</summary>
    History,
}
