using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>The rules as they travel: the lifetime, and where the site departs from the library's table.</summary>
internal sealed class RulesJson
{
    public required TimeSpan Lifetime { get; init; }

    public ConsentPrecedence ExternalPrecedence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StrictestEverywhere { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OptInUnder18 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RegionJson>? Models { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RegionJson>? Lifetimes { get; init; }

    public static RulesJson Of(ConsentRules rules) => new()
    {
        Lifetime = rules.Lifetime,
        ExternalPrecedence = rules.ExternalPrecedence,
        StrictestEverywhere = rules.StrictestEverywhere,
        OptInUnder18 = rules.OptInUnder18,
        Models = rules.Models is { Count: > 0 } models
            ? [.. models.Select(entry => new RegionJson { Region = entry.Key.Region, Category = entry.Key.Category, Model = entry.Value })] : null,
        Lifetimes = rules.Lifetimes is { Count: > 0 } lifetimes
            ? [.. lifetimes.Select(entry => new RegionJson { Region = entry.Key, Lifetime = entry.Value })] : null,
    };

    public static RulesJson Read(JsonElement json) => new()
    {
        Lifetime = json.Duration("lifetime") ?? default,
        ExternalPrecedence = json.Name<ConsentPrecedence>("externalPrecedence"),
        StrictestEverywhere = json.Flag("strictestEverywhere"),
        OptInUnder18 = json.Flag("optInUnder18"),
        Models = json.Items("models", RegionJson.Read),
        Lifetimes = json.Items("lifetimes", RegionJson.Read),
    };

    public ConsentRules ToRules()
    {
        var options = new ConsentRulesOptions { StrictestEverywhere = StrictestEverywhere, OptInUnder18 = OptInUnder18, ExternalPrecedence = ExternalPrecedence };
        foreach (var entry in Models ?? [])
        {
            options.Models[(entry.Region, entry.Category!)] = entry.Model;
        }

        foreach (var entry in Lifetimes ?? [])
        {
            options.Lifetimes[entry.Region] = entry.Lifetime;
        }

        return new(Lifetime, options);
    }
}

/// <summary>What holds in one region: the model of a category, or how long a decision lasts.</summary>
internal sealed class RegionJson
{
    public required string Region { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    public ConsentModel Model { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TimeSpan Lifetime { get; init; }

    public static RegionJson Read(JsonElement json) => new()
    {
        Region = json.Text("region")!,
        Category = json.Text("category"),
        Model = json.Name<ConsentModel>("model"),
        Lifetime = json.Duration("lifetime") ?? default,
    };
}
