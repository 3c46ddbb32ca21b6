using System.Net;

namespace Innovexus.Consent;

/// <summary>The domains that a cookie of a host may have been set for.</summary>
internal static class CookieDomains
{
    /// <summary>The host itself and every parent of two labels or more; browsers refuse those that a site may not set.</summary>
    public static IEnumerable<string> Of(string host)
    {
        for (var domain = host; domain.Contains('.') && !IPAddress.TryParse(domain, out _); domain = domain[(domain.IndexOf('.') + 1)..])
        {
            yield return domain;
        }
    }
}
