using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>The decision cookie in requests and responses.</summary>
internal static class DecisionCookie
{
    private const string Prefix = ConsentCookie.Name + "=";

    /// <summary>
    /// The newest decision that a request brings. A browser may send several cookies of one name, from parent domains or other
    /// paths; the framework's collection would show only one of them.
    /// </summary>
    public static ConsentDecision? Read(HttpRequest request, DateTimeOffset now) =>
        Values(request)
            .Select(ConsentCookie.Parse)
            .Where(decision => decision is not null && StandingDecision.IsPossible(decision, now))
            .MaxBy(decision => decision!.DecidedAt);

    /// <summary>
    /// Sets the cookie: readable by script and agents, lax, and for as long as the decision counts. If the request brought several,
    /// those of parent domains are expired, so that an old one cannot come back.
    /// </summary>
    public static void Write(HttpContext context, ConsentDecision decision, TimeSpan lifetime, DateTimeOffset now)
    {
        if (Values(context.Request).Skip(1).Any())
        {
            foreach (var domain in ParentDomains(context.Request.Host.Host))
            {
                var expired = Options(context);
                expired.Domain = domain;
                context.Response.Cookies.Delete(ConsentCookie.Name, expired);
            }
        }

        var options = Options(context);
        options.MaxAge = lifetime;
        options.Expires = now + lifetime;
        context.Response.Cookies.Append(ConsentCookie.Name, ConsentCookie.Format(decision), options);
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = "/",
        SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };

    private static IEnumerable<string> Values(HttpRequest request)
    {
        foreach (var header in request.Headers[HeaderNames.Cookie])
        {
            foreach (var pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                if (pair.StartsWith(Prefix, StringComparison.Ordinal))
                {
                    yield return pair[Prefix.Length..];
                }
            }
        }
    }

    // The host itself and every parent of two labels or more; browsers refuse those that a site may not set.
    private static IEnumerable<string> ParentDomains(string host)
    {
        for (var domain = host; domain.Contains('.') && !System.Net.IPAddress.TryParse(domain, out _); domain = domain[(domain.IndexOf('.') + 1)..])
        {
            yield return domain;
        }
    }
}
