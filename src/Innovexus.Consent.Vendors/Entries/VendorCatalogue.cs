using System.Text.Json;

namespace Innovexus.Consent;

/// <summary>The entries of this package. Safe for concurrent use.</summary>
internal static class VendorCatalogue
{
    private const string Extension = ".json";

    /// <summary>The ids of all vendors, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(VendorCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads one entry, or nothing where there is none of that id.</summary>
    public static CatalogueEntry? Find(string id)
    {
        using var stream = typeof(VendorCatalogue).Assembly.GetManifestResourceStream(id + Extension);
        if (stream is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(stream);
        return new(id, json.RootElement.Clone());
    }
}
