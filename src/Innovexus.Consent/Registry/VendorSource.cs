namespace Innovexus.Consent;

/// <summary>
/// A vendor's origin as a source of a policy: scheme, host, with <c>*.</c> before it for all of its sub-domains, and, if not the
/// default, port (Content Security Policy Level 3, section 2.3.1).
/// </summary>
internal static class VendorSource
{
    /// <summary>All uses there are.</summary>
    public const VendorUses AnyUse = VendorUses.Script | VendorUses.Style | VendorUses.Image | VendorUses.Frame | VendorUses.Connect | VendorUses.Font | VendorUses.Media;

    private const string Wildcard = "*.";

    /// <summary>What is wrong with it and how to fix it, or nothing.</summary>
    public static string? Problem(string? text)
    {
        var example = "Write scheme and host without a path, such as https://plausible.io, or https://*.plausible.io for its sub-domains.";
        if (string.IsNullOrEmpty(text) || Split(text) is not var (scheme, host, rest))
        {
            return $"'{text}' is not an origin. {example}";
        }

        var name = host.StartsWith(Wildcard, StringComparison.Ordinal) ? host[Wildcard.Length..] : host;
        if (host is "*" || (name != host && !name.Contains('.', StringComparison.Ordinal)))
        {
            return $"'{text}' would match everything. Name the vendor's own host, such as https://*.plausible.io.";
        }

        if (!System.Text.Ascii.IsValid(name))
        {
            return $"'{text}' has letters that a header cannot hold. Write the name as it is resolved, in the form xn--….";
        }

        var isWeb = scheme is "https" or "http" or "wss" or "ws";
        return isWeb && Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4 && IsPort(rest) ? null : $"'{text}' is not an origin. {example}";
    }

    /// <summary>Whether an address is of that origin. A scheme admits its safer one, and http a web socket, as browsers do (section 6.7.2.8).</summary>
    public static bool Matches(string source, Uri address)
    {
        if (Split(source) is not var (scheme, host, port) || !IsScheme(scheme, address.Scheme))
        {
            return false;
        }

        var isHost = host.StartsWith(Wildcard, StringComparison.Ordinal)
            ? address.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase);
        return isHost && (port.Length == 0 ? address.IsDefaultPort : port[1..] == address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsScheme(string declared, string found) => declared == found || declared switch
    {
        "http" => found is "https" or "ws" or "wss",
        "https" => found == "wss",
        "ws" => found == "wss",
        _ => false,
    };

    private static (string Scheme, string Host, string Port)? Split(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var authority = text[(end + 3)..];
        var colon = authority.LastIndexOf(':');
        return colon < 0 ? (text[..end].ToLowerInvariant(), authority, "") : (text[..end].ToLowerInvariant(), authority[..colon], authority[colon..]);
    }

    private static bool IsPort(string text) =>
        text.Length == 0 || (ushort.TryParse(text.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port) && port > 0);
}
