using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>The registry as it travels to a WebAssembly application: what its components show and ask.</summary>
internal sealed class RegistryJson
{
    public required string Controller { get; init; }

    public string? Contact { get; init; }

    public required string PrivacyPolicyPath { get; init; }

    public string? PreferencesPath { get; init; }

    public string? PrivacyChoicesPath { get; init; }

    public required TimeSpan Lifetime { get; init; }

    /// <summary>Whether visitors are told that a choice also counts for their account.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FollowsAccount { get; init; }

    /// <summary>Whether mistakes are shown.</summary>
    public required bool Development { get; init; }

    /// <summary>The address of the style sheet.</summary>
    public required string Style { get; init; }

    public required IReadOnlyList<CategoryJson> Categories { get; init; }

    public static RegistryJson Of(ConsentRegistry registry, ConsentRules rules, bool development, string style) => new()
    {
        Controller = registry.Controller.Name,
        Contact = registry.Controller.Contact,
        PrivacyPolicyPath = registry.PrivacyPolicyPath,
        PreferencesPath = registry.PreferencesPath,
        PrivacyChoicesPath = registry.PrivacyChoicesPath,
        Lifetime = rules.Lifetime,
        FollowsAccount = registry.FollowsAccount,
        Development = development,
        Style = style,
        Categories =
        [
            .. registry.Categories.Select(category => new CategoryJson
            {
                Id = category.Id,
                Name = category.Name,
                Purpose = category.Purpose,
                Order = category.Order,
                Fingerprint = category.Fingerprint,
                Vendors = [.. category.Vendors.Select(VendorJson.Of)],
            }),
        ],
    };

    public ConsentRegistry ToRegistry() => new(
        new() { Name = Controller, Contact = Contact },
        PrivacyPolicyPath,
        PreferencesPath,
        PrivacyChoicesPath,
        [],
        Categories.Select(category => new ConsentCategory(
            category.Id, category.Name, category.Purpose, category.Order, [.. category.Vendors.Select(vendor => vendor.ToVendor(category.Id))], category.Fingerprint)))
    {
        FollowsAccount = FollowsAccount,
    };

    public string Serialize() => JsonSerializer.Serialize(this, ConsentJsonContext.Default.RegistryJson);

    public static RegistryJson Deserialize(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new()
        {
            Controller = json.Text("controller")!,
            Contact = json.Text("contact"),
            PrivacyPolicyPath = json.Text("privacyPolicyPath")!,
            PreferencesPath = json.Text("preferencesPath"),
            PrivacyChoicesPath = json.Text("privacyChoicesPath"),
            Lifetime = json.Duration("lifetime") ?? default,
            FollowsAccount = json.Flag("followsAccount"),
            Development = json.Flag("development"),
            Style = json.Text("style")!,
            Categories = json.Items("categories", CategoryJson.Read),
        };
    }
}

internal sealed class CategoryJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required int Order { get; init; }

    public required string Fingerprint { get; init; }

    public required IReadOnlyList<VendorJson> Vendors { get; init; }

    public static CategoryJson Read(JsonElement json) => new()
    {
        Id = json.Text("id")!,
        Name = json.Text("name")!,
        Purpose = json.Text("purpose")!,
        Order = (int)json.Number("order"),
        Fingerprint = json.Text("fingerprint")!,
        Vendors = json.Items("vendors", VendorJson.Read),
    };
}

internal sealed class VendorJson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public string? PolicyUrl { get; init; }

    public VendorRole Role { get; init; }

    public bool SaleOrShare { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SensitiveData { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Countries { get; init; }

    public string? Transfer { get; init; }

    public string? Places { get; init; }

    public int Revision { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CookieDeclaration>? Cookies { get; init; }

    public static VendorJson Of(ConsentVendor vendor) => new()
    {
        Id = vendor.Id,
        Name = vendor.Name,
        Purpose = vendor.Purpose,
        PolicyUrl = vendor.PolicyUrl,
        Role = vendor.Role,
        SaleOrShare = vendor.SaleOrShare,
        SensitiveData = vendor.SensitiveData,
        Countries = vendor.Countries.Count == 0 ? null : vendor.Countries,
        Transfer = vendor.Transfer,
        Places = vendor.Places,
        Revision = vendor.Revision,
        Cookies = vendor.Cookies.Count == 0 ? null : vendor.Cookies,
    };

    public static VendorJson Read(JsonElement json) => new()
    {
        Id = json.Text("id")!,
        Name = json.Text("name")!,
        Purpose = json.Text("purpose")!,
        PolicyUrl = json.Text("policyUrl"),
        Role = json.Name<VendorRole>("role"),
        SaleOrShare = json.Flag("saleOrShare"),
        SensitiveData = json.Flag("sensitiveData"),
        Countries = json.Items("countries", country => country.GetString()!),
        Transfer = json.Text("transfer"),
        Places = json.Text("places"),
        Revision = (int)json.Number("revision"),
        Cookies = json.Items("cookies", Cookie),
    };

    public ConsentVendor ToVendor(string category)
    {
        var options = new VendorOptions
        {
            Name = Name,
            Purpose = Purpose,
            PolicyUrl = PolicyUrl,
            Role = Role,
            SaleOrShare = SaleOrShare,
            SensitiveData = SensitiveData,
            Countries = [.. Countries ?? []],
            Transfer = Transfer,
            Revision = Revision,
        };
        foreach (var cookie in Cookies ?? [])
        {
            options.Add(cookie);
        }

        return new(Id, category, options, Places);
    }

    private static CookieDeclaration Cookie(JsonElement json) => new()
    {
        Name = json.Text("name")!,
        Kind = json.Name<StorageKind>("kind"),
        Duration = json.Duration("duration"),
        Purpose = json.Text("purpose")!,
        Domain = json.Text("domain"),
        Path = json.Text("path")!,
        HttpOnly = json.Flag("httpOnly"),
    };
}
