using System.Globalization;
using System.Text;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Writes the lines that add a vendor: for its page, and as a class and a component that are compiled.</summary>
internal static class VendorLines
{
    private const string Folder = "tests/Innovexus.Consent.Vendors.Tests/Generation/";

    public static string CodePath { get; } = Repository.Path([.. Folder.Split('/'), "VendorPageLines.cs"]);

    public static string MarkupPath { get; } = Repository.Path([.. Folder.Split('/'), "VendorPageMarkup.razor"]);

    public static string Markdown(IReadOnlyList<string> ids, bool hasSnippet)
    {
        var text = new StringBuilder($"In `Program.cs`:\n\n<!-- {Folder}VendorPageLines.cs -->\n```csharp\n{Statement(ids, hasSnippet)}\n```\n");
        if (hasSnippet)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nIn `App.razor`, in `<head>` after `<ConsentHead />`:\n\n<!-- {Folder}VendorPageMarkup.razor -->\n```razor\n{Markup(ids)}\n```\n");
        }

        return text.ToString();
    }

    /// <summary>The class with what the pages tell to write in <c>Program.cs</c>.</summary>
    public static string Code() => $$"""
        // Written from the catalogue by Innovexus.Consent.Vendors.Tests (VendorPagesTests); do not edit.
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        namespace Innovexus.Consent.Vendors.Tests;

        /// <summary>What each page about a vendor tells to write.</summary>
        internal static class VendorPageLines
        {
            public static IReadOnlyList<(string[] Vendors, Action<WebApplicationBuilder> Add)> All { get; } =
            [
        {{string.Concat(VendorPages.Told().Select(told => $$"""
                ([{{string.Join(", ", told.Ids.Select(id => $"\"{id}\""))}}], builder =>
                {
        {{string.Concat(Statement(told.Ids, told.HasSnippet).Split('\n').Select(line => $"            {line}\n"))}}        }),

        """)).TrimEnd('\n')}}
            ];
        }

        """;

    /// <summary>The component with what the pages tell to write in <c>App.razor</c>.</summary>
    public static string AllMarkup() =>
        "@* Written from the catalogue by Innovexus.Consent.Vendors.Tests (VendorPagesTests); do not edit. *@\n@using Innovexus.Consent\n"
        + string.Concat(VendorPages.Told().Where(told => told.HasSnippet).Select(told => Markup(told.Ids) + "\n"));

    private static string Statement(IReadOnlyList<string> ids, bool hasSnippet) =>
        "builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\"))" + string.Concat(ids.Select(id => $"\n    .{Call(id, hasSnippet)}")) + ";";

    private static string Call(string id, bool hasSnippet)
    {
        var entry = VendorCatalogue.Find(id)!;
        var parameters = hasSnippet ? entry.Parameters : [];
        return GeneratedMethods.Vendors.Contains(id) ? $"Add{GeneratedMethods.NameOf(entry)}({string.Join(", ", entry.Parameters.Select(parameter => $"\"{parameter.Example}\""))})"
            : parameters.Count == 0 ? $"AddVendorFromCatalogue(\"{id}\")"
            : $"AddVendorFromCatalogue(\"{id}\", new Dictionary<string, string> {{ {string.Join(", ", parameters.Select(parameter => $"[\"{parameter.Name}\"] = \"{parameter.Example}\""))} }})";
    }

    private static string Markup(IReadOnlyList<string> ids) => string.Join('\n', ids.Select(id =>
        GeneratedMethods.Vendors.Contains(id) ? $"<{GeneratedMethods.NameOf(VendorCatalogue.Find(id)!)} />" : $"<VendorSnippet Vendor=\"{id}\" />"));
}
