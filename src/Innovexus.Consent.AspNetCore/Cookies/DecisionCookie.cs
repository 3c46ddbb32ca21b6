using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The decision cookie in requests and responses.</summary>
internal static class DecisionCookie
{
    /// <summary>
    /// The texts of decisions that a request brings. On http a browser may send several cookies of one name, from parent domains or
    /// other paths; the framework's collection would show only one of them.
    /// </summary>
    public static string[] Texts(HttpRequest request, string name) => RequestCookies.Values(request, name);

    /// <summary>The one text that a request brings, without making anything of it; empty where it brings none.</summary>
    /// <returns>False where it brings several.</returns>
    public static bool TryGetOnly(HttpRequest request, string name, out ReadOnlySpan<char> text) => RequestCookies.TryGetOnly(request, name, out text);

    /// <summary>
    /// Sets the cookie: readable by script and agents, lax, and for as long as the decision counts. If the request brought a cookie of the
    /// name, those of parent domains are expired, since it may have been one of theirs: another site may have set it, and an old one must
    /// not come back. A name that only this host can set needs none of that; the name without its prefix then belongs to another
    /// application.
    /// </summary>
    public static void Write(HttpContext context, ConsentDecision decision, ConsentNames names, string? domain, TimeSpan lifetime, DateTimeOffset now)
    {
        if (!names.Prefix.Equals(ConsentNames.HostPrefix, StringComparison.OrdinalIgnoreCase) && RequestCookies.Values(context.Request, names.Decision).Length > 0)
        {
            foreach (var other in CookieDomains.Of(context.Request.Host.Host).Where(other => other != domain))
            {
                OwnCookies.Append(context, names.Decision, "", TimeSpan.Zero, DateTimeOffset.UnixEpoch, other);
            }
        }

        OwnCookies.Append(context, names.Decision, ConsentCookie.Format(decision), lifetime, now, domain);
    }

    /// <summary>Whether the response sets the cookie, as it is now.</summary>
    public static bool IsSet(HttpContext context, string name)
    {
        foreach (var cookie in context.Response.Headers.SetCookie)
        {
            if (SetCookieText.Name(cookie).SequenceEqual(name) && !cookie!.StartsWith($"{name}=;", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cookie as a header would set it.</summary>
    public static string Text(HttpRequest request, ConsentDecision decision, ConsentNames names, string? domain, TimeSpan lifetime, DateTimeOffset now) =>
        OwnCookies.Text(request, names.Decision, ConsentCookie.Format(decision), lifetime, now, domain);

    /// <summary>The domain to share decisions with, if this host belongs to it: from any other, a browser would keep nothing.</summary>
    public static string? Domain(HttpRequest request, string? domain) =>
        domain is not null && CookieDomains.Of(request.Host.Host).Contains(domain, StringComparer.OrdinalIgnoreCase) ? domain : null;
}
