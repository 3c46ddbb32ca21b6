using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>What the browser deletes where a vendor may not run.</summary>
internal sealed record ClearJson
{
    /// <summary>The vendor's id.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<ClearItemJson> Items { get; init; }
}

/// <summary>One declared item to delete.</summary>
internal sealed record ClearItemJson
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Domain { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>Names that stay although they match, because a vendor that may run declares them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Keep { get; init; }
}
