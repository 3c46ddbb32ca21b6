using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Innovexus.Consent;

/// <summary>The opt-out preference signal in requests, and the site's statement about it.</summary>
internal static class GlobalPrivacyControl
{
    /// <summary>The request header.</summary>
    public const string Header = "Sec-GPC";

    /// <summary>The older header, which counts only where the site wants it to.</summary>
    public const string DoNotTrack = "DNT";

    // Exactly "1", in any of several headers; everything else is ignored, as the specification demands (section 3.2).
    public static bool IsSignalled(IHeaderDictionary headers, ConsentRulesOptions rules) =>
        IsSignalled(headers[Header]) || (rules.HonorDoNotTrack && IsSignalled(headers[DoNotTrack]));

    private static bool IsSignalled(StringValues values)
    {
        foreach (var value in values)
        {
            if (value == "1")
            {
                return true;
            }
        }

        return false;
    }
}
