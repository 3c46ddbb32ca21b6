using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>What a browser asks for a document as (Fetch Metadata Request Headers, section 2.1).</summary>
internal static class FetchDestination
{
    public const string Header = "Sec-Fetch-Dest";

    /// <summary>Whether the document is shown within another.</summary>
    public static bool IsFrame(HttpRequest request) => request.Headers[Header].ToString() is "iframe" or "frame" or "embed" or "object" or "fencedframe";
}
