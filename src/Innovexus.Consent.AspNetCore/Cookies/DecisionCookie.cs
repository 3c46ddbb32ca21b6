using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>The decision cookie in requests and responses.</summary>
internal static class DecisionCookie
{
    /// <summary>
    /// The newest decision that a request brings. On http a browser may send several cookies of one name, from parent domains or
    /// other paths; the framework's collection would show only one of them.
    /// </summary>
    public static ConsentDecision? Read(HttpRequest request, string? domain, DateTimeOffset now) =>
        ConsentCookie.Newest(Values(request, ConsentCookie.NameFor(request.IsHttps, domain)), now);

    /// <summary>
    /// Sets the cookie: readable by script and agents, lax, and for as long as the decision counts. If the request brought one of
    /// the plain name, those of parent domains are expired, in case it was theirs: another site may have set it, and an old one
    /// must not come back.
    /// </summary>
    public static void Write(HttpContext context, ConsentDecision decision, string? domain, TimeSpan lifetime, DateTimeOffset now)
    {
        if (Values(context.Request, ConsentCookie.Name).Any())
        {
            foreach (var other in CookieDomains.Of(context.Request.Host.Host).Where(other => other != domain))
            {
                Append(context, ConsentCookie.Name, "", TimeSpan.Zero, DateTimeOffset.UnixEpoch, other);
            }
        }

        Append(context, ConsentCookie.NameFor(context.Request.IsHttps, domain), ConsentCookie.Format(decision), lifetime, now + lifetime, domain);
    }

    // As a header: a site's cookie policy could make it HttpOnly, and the runtime could no longer see that another tab decided.
    private static void Append(HttpContext context, string name, string value, TimeSpan lifetime, DateTimeOffset expires, string? domain = null) =>
        context.Response.Headers.Append(HeaderNames.SetCookie, new SetCookieHeaderValue(name, value)
        {
            Domain = domain,
            Path = "/",
            MaxAge = lifetime,
            Expires = expires,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        }.ToString());

    /// <summary>The domain to share decisions with, if this host belongs to it: from any other, a browser would keep nothing.</summary>
    public static string? Domain(HttpRequest request, string? domain) =>
        domain is not null && CookieDomains.Of(request.Host.Host).Contains(domain, StringComparer.OrdinalIgnoreCase) ? domain : null;

    private static IEnumerable<string> Values(HttpRequest request, string name) =>
        RequestCookies.All(request).Where(cookie => cookie.Name == name).Select(cookie => cookie.Value);
}
