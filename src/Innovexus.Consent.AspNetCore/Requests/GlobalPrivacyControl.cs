using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The opt-out preference signal in a request (W3C Global Privacy Control, "The Sec-GPC Header Field").</summary>
internal static class GlobalPrivacyControl
{
    // Exactly "1", in any of several headers; everything else is ignored, as the specification demands.
    public static bool IsSignalled(IHeaderDictionary headers) => headers["Sec-GPC"].Contains("1");
}
