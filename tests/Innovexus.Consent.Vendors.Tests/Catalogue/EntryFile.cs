using System.Text.Json;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>An entry as it stands in the repository.</summary>
internal sealed record EntryFile(string Id, JsonElement Json)
{
    public static string Folder { get; } = Repository.Path("src", "Innovexus.Consent.Vendors", "Catalogue");

    public static IReadOnlyList<EntryFile> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.json").Where(path => Path.GetFileName(path) != "schema.json")
            .Select(path => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).OrderBy(file => file.Id, StringComparer.Ordinal),
    ];

    public static EntryFile Parse(string id, string text)
    {
        using var json = JsonDocument.Parse(text);
        return new(id, json.RootElement.Clone());
    }

    public IEnumerable<JsonElement> Items(string name) => Json.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    public override string ToString() => Id;
}
