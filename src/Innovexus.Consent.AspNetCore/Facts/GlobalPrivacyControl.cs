using Microsoft.AspNetCore.Http;

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
        headers[Header].Contains("1") || (rules.HonorDoNotTrack && headers[DoNotTrack].Contains("1"));
}
