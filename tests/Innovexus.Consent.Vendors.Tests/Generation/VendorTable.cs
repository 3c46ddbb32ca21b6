using System.Globalization;
using System.Text;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Writes the table of all vendors in the docs.</summary>
internal static class VendorTable
{
    private const string Mark = "<!-- written from the catalogue: VendorTableTests -->\n";

    public static string Path { get; } = Repository.Path("docs", "vendors.md");

    /// <summary>The page, with the table as the catalogue has it.</summary>
    public static string Write()
    {
        var page = File.ReadAllText(Path);
        var text = new StringBuilder(page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)]);
        text.Append("\n| id | vendor | category | added by | values |\n|---|---|---|---|---|\n");
        foreach (var file in EntryFile.All)
        {
            var entry = VendorCatalogue.Find(file.Id)!;
            var method = GeneratedMethods.Vendors.Contains(file.Id) ? $"`Add{GeneratedMethods.NameOf(entry)}`" : "its id";
            var values = file.Items("scripts").Any() ? string.Join(", ", entry.Parameters.Select(parameter => $"`{parameter.Name}`")) : "no snippet";
            text.Append(CultureInfo.InvariantCulture, $"| `{file.Id}` | {entry.Name} | {file.Json.Text("category")} | {method} | {(values.Length == 0 ? "none" : values)} |\n");
        }

        return text.ToString();
    }
}
