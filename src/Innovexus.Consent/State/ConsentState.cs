namespace Innovexus.Consent;

/// <summary>
/// The result of an evaluation: a verdict for every category and vendor. Immutable and safe to share between threads.
/// </summary>
public sealed class ConsentState
{
    // An id has the same place in every state, so that a state holds nothing but its verdicts.
    private readonly ConsentRegistry _registry;

    internal ConsentState(
        ConsentRegistry registry,
        IReadOnlyList<ConsentVerdict> verdicts,
        IReadOnlyList<string> optional,
        ConsentPrompt prompt,
        DateTimeOffset? decidedAt,
        DateTimeOffset? expiresAt)
    {
        _registry = registry;
        Verdicts = verdicts;
        Optional = optional;
        Prompt = prompt;
        DecidedAt = decidedAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>The state without a visitor, such as outside a request or a circuit: only what is necessary is granted.</summary>
    internal static ConsentState Denied(ConsentRegistry registry) => new(
        registry,
        [
            .. registry.Categories.SelectMany(category => category.Vendors.Select(vendor => vendor.Id).Prepend(category.Id)
                .Select(id => new ConsentVerdict(id, category.IsNecessary, false, category.IsNecessary ? ConsentReason.Exempt : ConsentReason.NotDecided))),
        ],
        [],
        ConsentPrompt.None,
        null,
        null);

    /// <summary>Every verdict: each category, followed by its vendors.</summary>
    public IReadOnlyList<ConsentVerdict> Verdicts { get; }

    /// <summary>What a page has to show this visitor unasked.</summary>
    public ConsentPrompt Prompt { get; }

    /// <summary>Whether something waits for the visitor's consent, so that they must be asked.</summary>
    public bool NeedsDecision => Prompt == ConsentPrompt.Banner;

    /// <summary>The ids that the visitor cannot allow now.</summary>
    public IEnumerable<string> Locked => Ids(verdict => verdict.Locked);

    /// <summary>The ids that may run.</summary>
    public IEnumerable<string> Granted => Ids(verdict => verdict.Granted);

    /// <summary>The ids that the visitor may decide on now.</summary>
    public IReadOnlyList<string> Optional { get; }

    /// <summary>When the visitor decided, if that decision still counts.</summary>
    public DateTimeOffset? DecidedAt { get; }

    /// <summary>When that decision ends, so that the visitor is asked again.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The verdict on an id. An id that is not declared is denied with <see cref="ConsentReason.Unknown"/>; nothing throws.</summary>
    /// <param name="id">The id of a category or vendor; case matters.</param>
    public ConsentVerdict this[string? id] =>
        id is not null && _registry.PositionOf(id) is var position and >= 0 ? Verdicts[position] : new(id ?? "", false, false, ConsentReason.Unknown);

    /// <summary>Whether an id may run.</summary>
    /// <param name="id">The id of a category or vendor; case matters.</param>
    public bool IsGranted(string? id) => this[id].Granted;

    internal bool IsSameAs(ConsentState other) =>
        Prompt == other.Prompt && DecidedAt == other.DecidedAt && Verdicts.SequenceEqual(other.Verdicts) && Optional.SequenceEqual(other.Optional);

    private IEnumerable<string> Ids(Func<ConsentVerdict, bool> where) => Verdicts.Where(where).Select(verdict => verdict.Id);
}
