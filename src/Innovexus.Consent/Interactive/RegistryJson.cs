using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>The registry and the rules as they travel to a WebAssembly application: everything that a site can declare arrives.</summary>
internal sealed class RegistryJson
{
    public required string Controller { get; init; }

    public string? Contact { get; init; }

    public required string PrivacyPolicyPath { get; init; }

    public string? PreferencesPath { get; init; }

    public string? PrivacyChoicesPath { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PolicyVersion>? PolicyVersions { get; init; }

    public required RulesJson Rules { get; init; }

    /// <summary>Whether visitors are told that a choice also counts for their account.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FollowsAccount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VendorSignal>? Signals { get; init; }

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
        PolicyVersions = registry.PolicyVersions.Count == 0 ? null : registry.PolicyVersions,
        Rules = RulesJson.Of(rules),
        FollowsAccount = registry.FollowsAccount,
        Signals = registry.Signals.Count == 0 ? null : registry.Signals,
        Development = development,
        Style = style,
        Categories = [.. registry.Categories.Select(CategoryJson.Of)],
    };

    public ConsentRegistry ToRegistry() => new(
        new() { Name = Controller, Contact = Contact },
        PrivacyPolicyPath,
        PreferencesPath,
        PrivacyChoicesPath,
        PolicyVersions ?? [],
        Categories.Select(category => category.ToCategory()))
    {
        FollowsAccount = FollowsAccount,
        Signals = Signals ?? [],
    };

    public string Serialize() => JsonSerializer.Serialize(this, RegistryJsonContext.Default.RegistryJson);

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
            PolicyVersions = json.Items("policyVersions", Version),
            Rules = RulesJson.Read(json.GetProperty("rules")),
            FollowsAccount = json.Flag("followsAccount"),
            Signals = json.Items("signals", VendorJson.Signal),
            Development = json.Flag("development"),
            Style = json.Text("style")!,
            Categories = json.Items("categories", CategoryJson.Read),
        };
    }

    private static PolicyVersion Version(JsonElement json) => new()
    {
        Id = json.Text("id")!,
        Effective = DateOnly.ParseExact(json.Text("effective")!, "O", CultureInfo.InvariantCulture),
        Summary = json.Text("summary")!,
        Material = json.Flag("material"),
    };
}
