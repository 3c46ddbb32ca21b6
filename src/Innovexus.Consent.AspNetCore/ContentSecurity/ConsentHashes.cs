using System.Security.Cryptography;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// The sources by which a Content-Security-Policy without a nonce allows the library's inline code, as it stands in pages under
/// <see cref="ConsentServerOptions.CacheablePages"/>: <c>script-src 'self' {ConsentHashes.Script}; style-src 'self' {ConsentHashes.Style}</c>.
/// They change with the library's version, so take them from here. Safe to use from several threads.
/// </summary>
public static class ConsentHashes
{
    /// <summary>
    /// The scripts that show the banner before the first paint and say to vendors what they must hear first, as <c>'sha256-…' 'sha256-…'</c>,
    /// quotes included.
    /// </summary>
    public static string Script { get; } = $"{Source(BannerReveal.Text)} {Source(SayScript.Text)}";

    /// <summary>The banner's style, for each layout one <c>'sha256-…'</c>, quotes included. Not needed where <see cref="ConsentOptions.InlineStyle"/> is off.</summary>
    public static string Style { get; } = string.Join(' ', InlineStyle.All.Select(Source));

    // Content Security Policy Level 3, section 2.3.1: the base64 digest of the element's text.
    private static string Source(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
