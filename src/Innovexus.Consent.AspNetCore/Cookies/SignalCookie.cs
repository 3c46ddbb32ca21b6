using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>ic_signal</c> says that a visitor has knowingly set the browser's opt-out preference signal aside for this site. It is HttpOnly, and
/// its time is protected with the application's keys, so that only the confirmed post can make it. A value that cannot be unprotected does
/// not count.
/// </summary>
internal sealed class SignalCookie(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Innovexus.Consent.Signal.v1");

    /// <summary>Whether it counts. Like a grant it ends with its lifetime, and its time must not lie in the future.</summary>
    public bool IsSet(HttpRequest request, string name, TimeSpan lifetime, TimeProvider clock)
    {
        foreach (var value in RequestCookies.Values(request, name))
        {
            if (Read(value) is { } at && clock.GetUtcNow() is var now && ConsentDecision.IsPossible(at, now) && now - at < lifetime)
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
            // It is forged, or was protected with keys that this server does not have.
            return null;
        }
    }
}
