using System.Text.Json;
using System.Text.Json.Serialization;

namespace Innovexus.Consent;

/// <summary>The state as the browser reads it.</summary>
internal sealed record ConsentStateJson
{
    public required IEnumerable<string> Granted { get; init; }

    public required IEnumerable<string> Optional { get; init; }

    public required IEnumerable<string> Locked { get; init; }

    /// <summary>
    /// What an opt-out preference signal would lock, if scripts see one that the server does not. Nothing if the signal counts already or
    /// was set aside.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Sale { get; init; }

    /// <summary>Whether the signal counts only because a script has reported it earlier.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Marked { get; init; }

    /// <summary>The version of the privacy policy that is announced to this visitor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Policy { get; init; }

    /// <summary>In a page: whether it shows the banner. In an answer: whether one is still due.</summary>
    public required bool Banner { get; init; }

    /// <summary>Whether the banner is a notice, because nothing waits for consent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Notice { get; init; }

    /// <summary>
    /// When the decision that this was evaluated from was made, in Unix milliseconds, or 0 without one. If the cookie holds another time,
    /// the browser asks for the state anew. A page that is the same for all has <see cref="NotKnown"/>.
    /// </summary>
    public required long DecidedAt { get; init; }

    /// <summary>When the decision stops counting, in Unix milliseconds; 0 where none counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long ExpiresAt { get; init; }

    /// <summary>When this was evaluated, in Unix milliseconds: of two states the newer wins.</summary>
    public required long AsOf { get; init; }

    /// <summary>The reason of each verdict. A page holds only those of locked ids, which nothing else in it explains.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Reasons { get; init; }

    /// <summary>What denied vendors may have left in the browser.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ClearJson>? Clear { get; init; }

    /// <summary>
    /// Why the decision cookie is lost, as a text for the console. Only in Development, in the answer to a browser that did not keep the
    /// cookie.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Problem { get; init; }

    /// <summary>A time that no cookie holds.</summary>
    public const long NotKnown = 1;

    /// <summary>
    /// The state of a page that a cache keeps: that of no visitor, and older than any other. Nothing in it is optional, since only the
    /// server knows what a signal locks. So a choice that is made before the visitor's own state has arrived waits for the server's answer.
    /// </summary>
    public static ConsentStateJson ForAll(ConsentState state) =>
        Create(state, null, state.Optional.Count > 0, [], DateTimeOffset.UnixEpoch) with { Optional = [], DecidedAt = NotKnown };

    public static ConsentStateJson ForPage(
        ConsentState state, ConsentDecision? decision, bool banner, IReadOnlyList<ClearJson> clear, DateTimeOffset now) =>
        Create(state, decision, banner, clear, now);

    public static ConsentStateJson ForAnswer(ConsentState state, ConsentDecision? decision, IReadOnlyList<ClearJson> clear, DateTimeOffset now) =>
        Create(state, decision, state.Prompt != ConsentPrompt.None, clear, now) with
        {
            Reasons = state.Verdicts.ToDictionary(verdict => verdict.Id, verdict => verdict.Reason.ToString()),
        };

    /// <summary>Reads the state that the browser reports, except what is to be cleared, which only the browser needs.</summary>
    public static ConsentStateJson Deserialize(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    public static ConsentStateJson Read(JsonElement json) => new()
    {
        Granted = json.Items("granted", id => id.GetString()!),
        Optional = json.Items("optional", id => id.GetString()!),
        Locked = json.Items("locked", id => id.GetString()!),
        Banner = json.Flag("banner"),
        Notice = json.Flag("notice"),
        DecidedAt = json.Number("decidedAt"),
        ExpiresAt = json.Number("expiresAt"),
        AsOf = json.Number("asOf"),
        Reasons = json.TryGetProperty("reasons", out var reasons)
            ? reasons.EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetString()!)
            : null,
    };

    public string Serialize() => JsonSerializer.Serialize(this, ConsentJsonContext.Default.ConsentStateJson);

    private static ConsentStateJson Create(
        ConsentState state, ConsentDecision? decision, bool banner, IReadOnlyList<ClearJson> clear, DateTimeOffset now) => new()
    {
        Granted = state.Granted,
        Optional = state.Optional,
        Locked = state.Locked,
        Banner = banner,
        Notice = state.Prompt == ConsentPrompt.Notice,
        DecidedAt = decision?.DecidedAt.ToUnixTimeMilliseconds() ?? 0,
        ExpiresAt = state.ExpiresAt?.ToUnixTimeMilliseconds() ?? 0,
        AsOf = now.ToUnixTimeMilliseconds(),
        Reasons = state.Locked.Any() ? state.Verdicts.Where(verdict => verdict.Locked).ToDictionary(verdict => verdict.Id, verdict => verdict.Reason.ToString()) : null,
        Clear = clear.Count == 0 ? null : clear,
    };
}
