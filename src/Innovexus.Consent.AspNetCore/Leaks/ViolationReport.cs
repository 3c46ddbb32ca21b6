using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>
/// One violation, as browsers report it: alone as <c>application/csp-report</c> (Content Security Policy Level 2, section 4.4), or in a
/// list as <c>application/reports+json</c> (Reporting API). Anybody can send one, so nothing in it is trusted.
/// </summary>
internal sealed record ViolationReport(Uri Document, Uri Blocked, string Directive, VendorUses Use, bool Enforced, Uri? Source, int Line)
{
    private const int Most = 32;

    /// <summary>The reports in a body; those that make no sense are left out.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static IReadOnlyList<ViolationReport> Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
        var root = json.RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray().Take(Most).Where(entry => Text(entry, "type") == "csp-violation").Select(entry => Read(
                entry, "body", "documentURL", "blockedURL", "effectiveDirective", "sourceFile", "lineNumber")).OfType<ViolationReport>()],
            JsonValueKind.Object when Read(root, "csp-report", "document-uri", "blocked-uri", "effective-directive", "source-file", "line-number") is { } report => [report],
            _ => [],
        };
    }

    private static ViolationReport? Read(JsonElement entry, string member, string document, string blocked, string directive, string source, string line)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(member, out var body)
            || Address(Text(body, document)) is not { } page || Address(Text(body, blocked)) is not { } address
            // Older browsers name no effective directive.
            || SourceDirective.Of(Text(body, directive) ?? Text(body, "violated-directive")) is not { } known)
        {
            return null;
        }

        return new(
            page, address, known.Name, known.Use, Text(body, "disposition") != "report", Address(Text(body, source)),
            body.TryGetProperty(line, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : 0);
    }

    // "inline", "eval" and "data" are the concern of the site's own policy.
    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "wss" or "ws" && uri.Host.Length > 0 ? uri : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
