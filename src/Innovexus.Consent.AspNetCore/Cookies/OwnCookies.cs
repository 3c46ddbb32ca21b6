using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>Sets the library's own cookies, as headers: a site's cookie policy could change what they are.</summary>
internal static class OwnCookies
{
    public static void Append(
        HttpContext context, string name, string value, TimeSpan lifetime, DateTimeOffset now, string? domain, bool httpOnly = false) =>
        context.Response.Headers.Append(HeaderNames.SetCookie, Text(context.Request, name, value, lifetime, now, domain, httpOnly));

    public static string Text(
        HttpRequest request, string name, string value, TimeSpan lifetime, DateTimeOffset now, string? domain, bool httpOnly = false) =>
        new SetCookieHeaderValue(name, value)
        {
            Domain = domain,
            Path = "/",
            MaxAge = lifetime,
            Expires = now + lifetime,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
            Secure = request.IsHttps,
            HttpOnly = httpOnly,
        }.ToString();
}
