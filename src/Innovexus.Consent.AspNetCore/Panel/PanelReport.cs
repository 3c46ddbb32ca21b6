using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>What the panel's script has found in its page. Read leniently: it comes from the developer's own browser.</summary>
/// <param name="IsHttps">Whether the page's address is https.</param>
/// <param name="ScriptsSee">Whether scripts can read the decision cookie.</param>
/// <param name="Stored">What is stored there, by kind and name.</param>
/// <param name="Requests">Where the page has asked elsewhere, and for what.</param>
internal sealed record PanelReport(bool IsHttps, bool ScriptsSee, IReadOnlyList<(StorageKind Kind, string Name)> Stored, IReadOnlyList<(Uri Address, VendorUses Use)> Requests)
{
    // Of each; a page with more has a fault that the first ones show.
    private const int Most = 500;

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">The body is not JSON, or not of this form.</exception>
    public static PanelReport Read(Stream body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is expected.");
        }

        return new(
            Flag(root, "https"),
            Flag(root, "seen"),
            [.. Pairs(root, "stored").Select(pair => (Kind: Name<StorageKind>(pair.First), Name: pair.Second)).Where(item => item.Kind is not null).Select(item => (item.Kind!.Value, item.Name)).Distinct()],
            [.. Pairs(root, "requests").Select(pair => (Use: Name<VendorUses>(pair.First), Address: Address(pair.Second)))
                .Where(request => request is { Use: not null, Address: not null }).Select(request => (request.Address!, request.Use!.Value)).Distinct()]);
    }

    private static bool Flag(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static IEnumerable<(string First, string Second)> Pairs(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Take(Most)
                .Where(pair => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String))
                .Select(pair => (pair[0].GetString()!, pair[1].GetString()!))
            : [];

    private static T? Name<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    // Without a query, which says nothing about the vendor and may hold what is personal.
    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "wss" or "ws" && uri.Host.Length > 0 ? new Uri(uri.GetLeftPart(UriPartial.Path)) : null;
}
