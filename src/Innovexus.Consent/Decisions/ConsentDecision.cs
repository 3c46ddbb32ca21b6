namespace Innovexus.Consent;

/// <summary>
/// What a visitor chose, when, and against which fingerprints. May be partial: an id that is not in it is undecided.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class ConsentDecision
{
    public ConsentDecision(DateTimeOffset decidedAt, IReadOnlyDictionary<string, DecidedChoice> choices, OptOuts optOuts = OptOuts.None)
    {
        OptOuts = optOuts;
        DecidedAt = decidedAt;
        Choices = choices;
    }

    /// <summary>When, by the server's clock, to the millisecond.</summary>
    public DateTimeOffset DecidedAt { get; }

    /// <summary>Every category that was decided, and the vendors whose choice differs from their category's.</summary>
    public IReadOnlyDictionary<string, DecidedChoice> Choices { get; }

    /// <summary>What was objected to as a whole.</summary>
    public OptOuts OptOuts { get; }
}
