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
    public static ConsentDecision? Read(HttpRequest request, DateTimeOffset now) =>
        Values(request, Name(request))
            .Select(ConsentCookie.Parse)
            .Where(decision => decision is not null && StandingDecision.IsPossible(decision, now))
            .MaxBy(decision => decision!.DecidedAt);

    /// <summary>
    /// Sets the cookie: readable by script and agents, lax, and for as long as the decision counts. If the request brought one of
    /// the plain name, those of parent domains are expired, in case it was theirs: another site may have set it, and an old one
    /// must not come back.
    /// </summary>
    public static void Write(HttpContext context, ConsentDecision decision, TimeSpan lifetime, DateTimeOffset now)
    {
        if (Values(context.Request, ConsentCookie.Name).Any())
        {
            foreach (var domain in CookieDomains.Of(context.Request.Host.Host))
            {
                Append(context, ConsentCookie.Name, "", TimeSpan.Zero, DateTimeOffset.UnixEpoch, domain);
            }
        }

        Append(context, Name(context.Request), ConsentCookie.Format(decision), lifetime, now + lifetime);
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

    private static string Name(HttpRequest request) => request.IsHttps ? ConsentCookie.SecureName : ConsentCookie.Name;

    private static IEnumerable<string> Values(HttpRequest request, string name) =>
        RequestCookies.All(request).Where(cookie => cookie.Name == name).Select(cookie => cookie.Value);
}
