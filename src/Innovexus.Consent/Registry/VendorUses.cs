namespace Innovexus.Consent;

/// <summary>What a page fetches from a vendor's origin; the names follow the directives of a Content-Security-Policy.</summary>
[Flags]
public enum VendorUses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Scripts (<c>script-src</c>).</summary>
    Script = 1,

    /// <summary>Style sheets (<c>style-src</c>).</summary>
    Style = 2,

    /// <summary>Images and pixels (<c>img-src</c>).</summary>
    Image = 4,

    /// <summary>Embedded pages (<c>frame-src</c>).</summary>
    Frame = 8,

    /// <summary><c>fetch</c>, beacons, web sockets (<c>connect-src</c>).</summary>
    Connect = 16,

    /// <summary>Fonts (<c>font-src</c>).</summary>
    Font = 32,

    /// <summary>Audio and video (<c>media-src</c>).</summary>
    Media = 64,
}
