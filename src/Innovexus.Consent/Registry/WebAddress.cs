namespace Innovexus.Consent;

/// <summary>Texts that lead somewhere: a path of the site, an address, an origin.</summary>
internal static class WebAddress
{
    public static bool IsPath(string text) => text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\');

    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    public static bool IsMailbox(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.AsSpan().ContainsAny(" /?#:");

    public static bool IsOrigin(string text) =>
        IsAddress(text) && new Uri(text) is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && !text.EndsWith('/');
}
