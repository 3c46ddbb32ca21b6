using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>ic_signal</c>: that a visitor has knowingly set the browser's opt-out preference signal aside for this site. HttpOnly, so that only
/// the confirmed post makes it. Its text is a version and the time in Unix milliseconds.
/// </summary>
internal static class SignalCookie
{
    private const string Version = "v1.";

    /// <summary>Whether it counts: as a grant does, it ends with its lifetime, and lies not in the future.</summary>
    public static bool IsSet(HttpRequest request, string? domain, TimeSpan lifetime, DateTimeOffset now)
    {
        foreach (var value in RequestCookies.Values(request, Name(request, domain)))
        {
            if (Parse(value) is { } at && StandingDecision.IsPossible(at, now) && now - at < lifetime)
            {
                return true;
            }
        }

        return false;
    }

    public static void Write(HttpContext context, string? domain, TimeSpan lifetime, DateTimeOffset now) => OwnCookies.Append(
        context, Name(context.Request, domain), $"{Version}{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}", lifetime, now, domain, httpOnly: true);

    public static void Expire(HttpContext context, string? domain) =>
        OwnCookies.Append(context, Name(context.Request, domain), "", TimeSpan.Zero, DateTimeOffset.UnixEpoch, domain, httpOnly: true);

    private static string Name(HttpRequest request, string? domain) =>
        request.IsHttps && domain is null ? ConsentCookie.SecureSignalName : ConsentCookie.SignalName;

    private static DateTimeOffset? Parse(string text) =>
        text.StartsWith(Version, StringComparison.Ordinal) ? ConsentCookie.ParseTime(text[Version.Length..]) : null;
}
