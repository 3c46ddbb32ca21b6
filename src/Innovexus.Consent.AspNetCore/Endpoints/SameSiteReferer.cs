using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The page of this site that a request comes from, where the browser says so.</summary>
internal static class SameSiteReferer
{
    /// <summary>Its address; null for a page of another site, or without the header.</summary>
    public static Uri? Of(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referer)
            && string.Equals(referer.Authority, request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase) ? referer : null;
}
