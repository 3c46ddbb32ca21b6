using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// Whether a post comes from the site itself. No page can forge <c>Sec-Fetch-Site</c> (Fetch Metadata Request Headers), and it
/// survives proxies that rewrite the host; browsers leave it out on plain http, and there <c>Origin</c> (RFC 6454) must be ours.
/// </summary>
internal static class SameOrigin
{
    /// <summary>The header in which browsers say whose page sends a request.</summary>
    public const string Header = "Sec-Fetch-Site";

    /// <summary>What it says of a page of this very origin.</summary>
    public const string Own = "same-origin";

    public static bool IsProven(HttpRequest request, IEnumerable<string> allowedOrigins)
    {
        var site = request.Headers[Header];
        if (site.Count > 0)
        {
            return site is [Own];
        }

        // "null" is what any page can send, so it never suffices.
        var origin = request.Headers[HeaderNames.Origin];
        return origin is [{ } text] && IsSite(request, text, allowedOrigins);
    }

    /// <summary>Whether an origin is the site's own.</summary>
    public static bool IsSite(HttpRequest request, string origin, IEnumerable<string> allowedOrigins) =>
        WebAddress.IsOrigin(origin)
        && new Uri(origin) is var uri
        && (IsThisHost(uri, request) || allowedOrigins.Any(allowed => IsSame(uri, allowed)));

    // A proxy may end TLS in front of us; but on https, a plain http page of the same host may be anybody's on the way.
    private static bool IsThisHost(Uri origin, HttpRequest request) =>
        (origin.Scheme == Uri.UriSchemeHttps || !request.IsHttps) &&
        Uri.TryCreate($"{origin.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var host) && IsSame(origin, host);

    private static bool IsSame(Uri origin, string allowed) => Uri.TryCreate(allowed, UriKind.Absolute, out var uri) && IsSame(origin, uri);

    private static bool IsSame(Uri one, Uri other) => Uri.Compare(
        one,
        other,
        UriComponents.SchemeAndServer,
        UriFormat.SafeUnescaped,
        StringComparison.OrdinalIgnoreCase) == 0;
}
