using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>ic_signal</c>: that a visitor has knowingly set the browser's opt-out preference signal aside for this site. HttpOnly, and its time is
/// protected with the application's keys, so that nothing but the confirmed post makes it; what cannot be unprotected does not count.
/// </summary>
internal sealed class SignalCookie(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Innovexus.Consent.Signal.v1");

    /// <summary>Whether it counts: as a grant does, it ends with its lifetime, and lies not in the future.</summary>
    public bool IsSet(HttpRequest request, string name, TimeSpan lifetime, TimeProvider clock)
    {
        foreach (var value in RequestCookies.Values(request, name))
        {
            if (Read(value) is { } at && clock.GetUtcNow() is var now && StandingDecision.IsPossible(at, now) && now - at < lifetime)
            {
                return true;
            }
        }

        return false;
    }

    public void Write(HttpContext context, string name, string? domain, TimeSpan lifetime, DateTimeOffset now) => OwnCookies.Append(
        context, name, _protector.Protect(now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), lifetime, now, domain, httpOnly: true);

    public static void Expire(HttpContext context, string name, string? domain) =>
        OwnCookies.Append(context, name, "", TimeSpan.Zero, DateTimeOffset.UnixEpoch, domain, httpOnly: true);

    private DateTimeOffset? Read(string text)
    {
        try
        {
            return ConsentCookie.ParseTime(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            // Forged, or of keys that this server does not have.
            return null;
        }
    }
}
