using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Innovexus.Consent;

/// <summary>Writes the lines that declare what was found, in C# and for <c>appsettings.json</c>.</summary>
internal static class DeclarationLines
{
    private const string Purpose = "What it is for, as a visitor reads it";

    // For a file, not for HTML: quotes and letters stay readable.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="vendor">What was found.</param>
    /// <param name="isDeclared">Whether the site declares a vendor of this id, so that only what it lacks is added.</param>
    /// <param name="hasCatalogue">Whether the catalogue was asked.</param>
    public static PanelFinding Of(FoundVendor vendor, bool isDeclared, bool hasCatalogue) => new(
        vendor.Hint?.Name ?? vendor.Id,
        Guess(vendor, isDeclared, hasCatalogue),
        [.. vendor.Stored.Select(item => $"{item.Kind} {item.Name}"), .. vendor.Origins.Select(origin => $"{origin.Uses} {origin.Origin}")],
        isDeclared ? string.Join('\n', Calls(vendor)) : vendor.Hint is null ? Declaration(vendor) : $".AddVendorFromCatalogue({Quote(vendor.Id)})",
        Settings(vendor, isDeclared));

    /// <summary>The same for the framework's own.</summary>
    public static PanelFinding Framework(IReadOnlyList<(StorageKind Kind, string Name)> items)
    {
        var cookies = items.Aggregate(FrameworkCookies.None, (all, item) => all | BuiltInDeclarations.FrameworkCookieOf(item.Kind, item.Name));
        return new(
            "ASP.NET Core",
            "The framework's own; the library knows what they are for.",
            [.. items.Select(item => $"{item.Kind} {item.Name}")],
            $".AddFrameworkCookies({string.Join(" | ", cookies.ToString().Split(", ").Select(name => $"FrameworkCookies.{name}"))})",
            Write(new JsonObject { ["FrameworkCookies"] = cookies.ToString() }));
    }

    private static string Guess(FoundVendor vendor, bool isDeclared, bool hasCatalogue)
    {
        var others = vendor.Others.Count == 0 ? "" : $" It may be {string.Join(" or ", vendor.Others)} as well.";
        return isDeclared ? $"The site declares '{vendor.Id}' without this. Add it in its declaration.{others}"
            : vendor.Hint is { } hint ? $"The catalogue takes it for {hint.Name} ({hint.Pattern}).{others}"
            : hasCatalogue ? "The catalogue does not know it. On localhost it may be another application's: ports share cookies."
            : "No guess: the package Innovexus.Consent.Vendors is not referenced.";
    }

    private static string Declaration(FoundVendor vendor) => new StringBuilder()
        .Append(".AddVendor(").Append(Quote(vendor.Id)).Append(", \"analytics\", vendor =>\n{\n")
        .Append("    vendor.Name = ").Append(Quote(vendor.Id)).Append(";\n")
        .Append("    vendor.Purpose = \"What the site uses it for\";\n")
        .Append("    vendor.Role = VendorRole.Processor;\n    ")
        .AppendJoin("\n    ", Calls(vendor))
        .Append("\n})")
        .ToString();

    private static IEnumerable<string> Calls(FoundVendor vendor) =>
        vendor.Stored.Select(item => item.Kind switch
        {
            StorageKind.Cookie => $"vendor.AddCookie({Quote(item.Name)}, {Quote(item.Purpose ?? Purpose)});",
            StorageKind.LocalStorage => $"vendor.AddLocalStorage({Quote(item.Name)}, {Quote(item.Purpose ?? Purpose)});",
            StorageKind.SessionStorage => $"vendor.AddSessionStorage({Quote(item.Name)}, {Quote(item.Purpose ?? Purpose)});",
            _ => $"vendor.Add(new() {{ Name = {Quote(item.Name)}, Kind = StorageKind.{item.Kind}, Purpose = {Quote(item.Purpose ?? Purpose)} }});",
        }).Concat(vendor.Origins.Select(origin => $"vendor.AddOrigin({Quote(origin.Origin)}, {string.Join(" | ", origin.Uses.ToString().Split(", ").Select(use => $"VendorUses.{use}"))});"));

    private static string Settings(FoundVendor vendor, bool isDeclared)
    {
        var declaration = new JsonObject();
        if (!isDeclared)
        {
            declaration["Category"] = vendor.Hint?.Category ?? "analytics";
            declaration["Name"] = vendor.Hint?.Name ?? vendor.Id;
            declaration["Purpose"] = vendor.Hint?.Purpose ?? "What the site uses it for";
            declaration["Role"] = (vendor.Hint?.Role ?? VendorRole.Processor).ToString();
        }

        if (vendor.Stored.Count > 0)
        {
            declaration["Cookies"] = new JsonObject(vendor.Stored.Select(item => KeyValuePair.Create<string, JsonNode?>(
                IsKey(vendor, item.Name) ? item.Name : $"{item.Name.Replace(':', '-')} ({item.Kind})", Item(vendor, item.Kind, item.Name, item.Purpose))));
        }

        if (vendor.Origins.Count > 0)
        {
            declaration["Origins"] = new JsonObject(vendor.Origins.GroupBy(origin => origin.Uses)
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key.ToString(), string.Join(' ', group.Select(origin => origin.Origin)))));
        }

        return Write(new JsonObject { ["Vendors"] = new JsonObject { [vendor.Id] = declaration } });
    }

    // What is stored in two places needs two keys, and a colon separates levels of the configuration.
    private static bool IsKey(FoundVendor vendor, string name) => vendor.Stored.Count(other => other.Name == name) == 1 && !name.Contains(':', StringComparison.Ordinal);

    private static JsonObject Item(FoundVendor vendor, StorageKind kind, string name, string? purpose)
    {
        var item = new JsonObject();
        if (!IsKey(vendor, name))
        {
            item["Name"] = name;
        }

        if (kind != StorageKind.Cookie)
        {
            item["Kind"] = kind.ToString();
        }

        item["Purpose"] = purpose ?? Purpose;
        return item;
    }

    private static string Write(JsonObject consent) => new JsonObject { ["Consent"] = consent }.ToJsonString(Readable);

    // A literal of C#: what JSON escapes, C# reads in the same way.
    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);
}
