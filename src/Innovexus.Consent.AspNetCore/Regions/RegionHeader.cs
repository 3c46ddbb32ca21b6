namespace Innovexus.Consent;

/// <summary>
/// The request headers in which a proxy or CDN in front of the site tells the visitor's region. Anybody can send such headers to a
/// server that is reached directly, so none is read until the site names the one that it trusts.
/// Immutable and safe to share between threads.
/// </summary>
public sealed record RegionHeader
{
    /// <summary>The name of the header with the country, or with the whole code.</summary>
    public required string Country { get; init; }

    /// <summary>The name of the header with the subdivision of the country, such as a state, if there is one.</summary>
    /// <value><see langword="null"/>, the default: there is none.</value>
    public string? Subdivision { get; init; }

    /// <summary>Cloudflare: IP geolocation, and "Add visitor location headers" for the state.</summary>
    public static RegionHeader Cloudflare { get; } = new() { Country = "CF-IPCountry", Subdivision = "CF-Region-Code" };

    /// <summary>Amazon CloudFront, with both headers in the origin request policy.</summary>
    public static RegionHeader CloudFront { get; } = new() { Country = "CloudFront-Viewer-Country", Subdivision = "CloudFront-Viewer-Country-Region" };

    /// <summary>Vercel.</summary>
    public static RegionHeader Vercel { get; } = new() { Country = "X-Vercel-IP-Country", Subdivision = "X-Vercel-IP-Country-Region" };

    /// <summary>Azure Front Door, with a rule that sets this header to the server variable <c>geo_country</c>.</summary>
    public static RegionHeader AzureFrontDoor { get; } = new() { Country = "X-Azure-Geo-Country" };

    /// <summary>Fastly, with a snippet that sets these headers to <c>client.geo.country_code</c> and <c>client.geo.region</c>.</summary>
    public static RegionHeader Fastly { get; } = new() { Country = "Fastly-Geo-Country", Subdivision = "Fastly-Geo-Region" };
}
