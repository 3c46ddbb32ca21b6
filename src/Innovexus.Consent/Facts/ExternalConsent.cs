using System.Diagnostics.CodeAnalysis;

namespace Innovexus.Consent;

/// <summary>
/// A decision that the site has from elsewhere, such as an account's, and when it was made. Grants and refusals alike end with their
/// lifetime, as those made here do. Immutable and safe to share between threads.
/// </summary>
public sealed class ExternalConsent
{
    /// <summary>
    /// Stands for a source that could not be read. Nothing is known then, and nothing runs by default either, even where the law asks for
    /// no consent.
    /// </summary>
    internal static readonly ExternalConsent Unreadable = new(DateTimeOffset.MinValue, new Dictionary<string, bool>());

    /// <summary>Makes a decision from what the site has stored in a form of its own.</summary>
    /// <param name="decidedAt">When the person decided. One that lies more than five minutes ahead grants nothing.</param>
    /// <param name="choices">
    /// What was decided, by the id of a category or vendor; a category stands for its vendors, except those that are named too. May be
    /// partial; ids that are not declared are ignored. Such a decision does not tell what it was made about, so a material change of a
    /// category asks nobody again: keep the text (<see cref="ToString"/>) where you can.
    /// </param>
    public ExternalConsent(DateTimeOffset decidedAt, IReadOnlyDictionary<string, bool> choices)
        : this(Decide(decidedAt, choices))
    {
    }

    private ExternalConsent(ConsentDecision decision) => Decision = decision;

    /// <summary>When the person decided, to the millisecond where it was decided here.</summary>
    public DateTimeOffset DecidedAt => Decision.DecidedAt;

    /// <summary>What was decided, by id; vendors that go with their category are not in it.</summary>
    public IReadOnlyDictionary<string, bool> Choices =>
        field ??= Decision.Choices.ToDictionary(entry => entry.Key, entry => entry.Value.Granted, StringComparer.Ordinal);

    internal ConsentDecision Decision { get; }

    /// <summary>Reads the text of a decision, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">The text, at most 1,024 characters.</param>
    /// <param name="consent">The decision.</param>
    /// <returns>False for anything else, an empty text included; nothing throws.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ExternalConsent? consent)
    {
        consent = ConsentCookie.Parse(text) is { } decision ? new(decision) : null;
        return consent is not null;
    }

    /// <summary>
    /// The decision as a text to keep, in the form of the decision cookie: what was decided and when, against which declarations, and
    /// what was objected to as a whole. It has no identifier. A decision made here has at most 1,024 characters, all of them ASCII.
    /// </summary>
    public override string ToString() => ConsentCookie.Format(Decision);

    /// <summary>
    /// What an account keeps of a decision made here. The mark of the browser's signal stays in this browser, but a visitor who sends the
    /// signal has opted out for the account too (11 CCR § 7025(c)(1)).
    /// </summary>
    internal static ExternalConsent Of(ConsentDecision decision, bool signalled) => new(new ConsentDecision(
        decision.DecidedAt, decision.Choices, (decision.OptOuts & ~OptOuts.Signal) | (signalled ? OptOuts.Sale : OptOuts.None)));

    private static ConsentDecision Decide(DateTimeOffset decidedAt, IReadOnlyDictionary<string, bool> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new(decidedAt, choices
            .Where(entry => ConsentId.IsValid(entry.Key))
            .ToDictionary(entry => entry.Key, entry => new DecidedChoice(entry.Value, null), StringComparer.Ordinal));
    }
}
