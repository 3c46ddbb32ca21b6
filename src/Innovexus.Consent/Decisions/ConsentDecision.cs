namespace Innovexus.Consent;

/// <summary>
/// What a visitor chose, when, and against which fingerprints. May be partial: an id that is not in it is undecided.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class ConsentDecision
{
    // Servers' clocks differ a little. A time that lies further ahead was planted, or a clock was wrong.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

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

    /// <summary>Whether something can have been decided at a time, or else that lies in the future.</summary>
    public static bool IsPossible(DateTimeOffset at, DateTimeOffset now) => at - now <= ClockSkew;
}
