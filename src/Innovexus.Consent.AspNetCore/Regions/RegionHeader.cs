namespace Innovexus.Consent;

/// <summary>
/// The request headers in which a proxy or CDN in front of the site tells the visitor's region. Anybody can send such headers to a
/// server that is reached directly, so none is read until the site names the one that it trusts.
/// </summary>
/// <param name="Country">The header with the country, or with the whole code.</param>
/// <param name="Part">The header with the part of the country, such as a state, if there is one.</param>
public sealed record RegionHeader(string Country, string? Part = null)
{
    /// <summary>Cloudflare: IP geolocation, and "Add visitor location headers" for the state.</summary>
    public static RegionHeader Cloudflare { get; } = new("CF-IPCountry", "CF-Region-Code");

    /// <summary>Amazon CloudFront, with both headers in the origin request policy.</summary>
    public static RegionHeader CloudFront { get; } = new("CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region");

    /// <summary>Vercel.</summary>
    public static RegionHeader Vercel { get; } = new("X-Vercel-IP-Country", "X-Vercel-IP-Country-Region");

    /// <summary>Azure Front Door, with a rule that sets this header to the server variable <c>geo_country</c>.</summary>
    public static RegionHeader AzureFrontDoor { get; } = new("X-Azure-Geo-Country");

    /// <summary>Fastly, with a snippet that sets these headers to <c>client.geo.country_code</c> and <c>client.geo.region</c>.</summary>
    public static RegionHeader Fastly { get; } = new("Fastly-Geo-Country", "Fastly-Geo-Region");
}
