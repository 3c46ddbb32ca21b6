using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>Sets the library's own cookies, as headers: a site's cookie policy could change what they are.</summary>
internal static class OwnCookies
{
    public static void Append(
        HttpContext context, string name, string value, TimeSpan lifetime, DateTimeOffset now, string? domain, bool httpOnly = false) =>
        context.Response.Headers.Append(HeaderNames.SetCookie, new SetCookieHeaderValue(name, value)
        {
            Domain = domain,
            Path = "/",
            MaxAge = lifetime,
            Expires = now + lifetime,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            HttpOnly = httpOnly,
        }.ToString());
}
