using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>The state as the browser reads it.</summary>
internal sealed record ConsentStateJson
{
    public required IEnumerable<string> Granted { get; init; }

    public required IEnumerable<string> Optional { get; init; }

    public required IEnumerable<string> Locked { get; init; }

    /// <summary>In a page: whether it shows the banner. In an answer: whether one is still due.</summary>
    public required bool Banner { get; init; }

    /// <summary>When this was evaluated, in Unix milliseconds: of two states the newer wins.</summary>
    public required long AsOf { get; init; }

    /// <summary>Why each verdict is as it is; in answers only, a page carries the short form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, ConsentReason>? Reasons { get; init; }

    public static string ForPage(ConsentState state, bool banner, DateTimeOffset now) => Serialize(Create(state, banner, now));

    public static string ForAnswer(ConsentState state, DateTimeOffset now) => Serialize(Create(state, state.NeedsDecision, now) with
    {
        Reasons = state.Verdicts.ToDictionary(verdict => verdict.Id, verdict => verdict.Reason),
    });

    private static ConsentStateJson Create(ConsentState state, bool banner, DateTimeOffset now) => new()
    {
        Granted = state.Granted,
        Optional = state.Optional,
        Locked = state.Locked,
        Banner = banner,
        AsOf = now.ToUnixTimeMilliseconds(),
    };

    private static string Serialize(ConsentStateJson state) => JsonSerializer.Serialize(state, ConsentJsonContext.Default.ConsentStateJson);
}
