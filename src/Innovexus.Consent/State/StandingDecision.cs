namespace Innovexus.Consent;

/// <summary>A decision as it stands now: which of its entries still count, and why the others do not.</summary>
internal readonly struct StandingDecision
{
    // A visitor who has opted out of sale or sharing, or limited the use of sensitive data, is not asked to opt back in for twelve months
    // (Cal. Civ. Code § 1798.135(c)(4)).
    internal static readonly TimeSpan NotAsked = TimeSpan.FromDays(366);

    private static readonly Dictionary<string, DecidedChoice> None = [];

    private readonly IReadOnlyDictionary<string, DecidedChoice> _choices;
    private readonly bool _refusalsHold;
    private readonly bool _isFuture;
    private readonly bool _external;

    /// <param name="decision">The decision, if there is one.</param>
    /// <param name="lifetime">How long it counts.</param>
    /// <param name="now">The time to look at.</param>
    /// <param name="external">
    /// Whether it comes from elsewhere. Then it says nothing of this browser's signal, and may lack the fingerprints that it was made
    /// against.
    /// </param>
    public StandingDecision(ConsentDecision? decision, TimeSpan lifetime, DateTimeOffset now, bool external = false)
    {
        _external = external;
        var counts = decision is not null && ConsentDecision.IsPossible(decision.DecidedAt, now);
        _choices = decision?.Choices ?? None;
        OptOuts = (decision?.OptOuts ?? OptOuts.None) & (external ? ~OptOuts.Signal : (OptOuts)~0);
        // A decision from the future grants and answers nothing. Its objections count all the same, since a clock may have been set back.
        _isFuture = decision is not null && !counts;
        // Differences of two times cannot overflow, sums can.
        Expired = counts && now - decision!.DecidedAt >= lifetime;
        _refusalsHold = Objections != OptOuts.None && now - decision!.DecidedAt < NotAsked;
        DecidedAt = counts && !Expired ? decision!.DecidedAt : null;
        ExpiresAt = DecidedAt is { } at && at <= DateTimeOffset.MaxValue - lifetime ? at + lifetime : null;
    }

    public bool Expired { get; }

    /// <summary>Whether it answers anything: it is neither expired nor of the future.</summary>
    public bool Counts => !Expired && !_isFuture;

    public OptOuts OptOuts { get; }

    /// <summary>What the visitor has objected to; this never lapses.</summary>
    public OptOuts Objections => OptOuts & ~OptOuts.Signal;

    /// <summary>Whether the browser tells scripts of Global Privacy Control.</summary>
    public bool Signalled => (OptOuts & OptOuts.Signal) != 0;

    public DateTimeOffset? DecidedAt { get; }

    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Whether an id was refused, however long ago; null if it was never decided.</summary>
    public bool? WasRefused(string id) => _choices.TryGetValue(id, out var choice) ? !choice.Granted : null;

    /// <summary>What was decided on an id, whether it counts or not.</summary>
    public DecidedChoice? Entry(string id) => _choices.TryGetValue(id, out var choice) ? choice : null;

    /// <summary>What was decided on the category, or why it does not count.</summary>
    public ConsentReason Of(ConsentCategory category, ConsentModel model) =>
        _choices.TryGetValue(category.Id, out var choice) ? Reason(choice, choice.Fingerprint, category, model) : ConsentReason.NotDecided;

    /// <summary>The vendor's own entry, or null if it follows its category.</summary>
    public ConsentReason? Of(ConsentVendor vendor, ConsentCategory category, ConsentModel model)
    {
        if (!_choices.TryGetValue(vendor.Id, out var choice))
        {
            return null;
        }

        var fingerprint = choice.Fingerprint ?? (_choices.TryGetValue(category.Id, out var categoryChoice) ? categoryChoice.Fingerprint : null);
        return Reason(choice, fingerprint, category, model);
    }

    /// <summary>What it answers about a category, an objection as a whole included, or why it answers nothing.</summary>
    public ConsentReason Answer(ConsentCategory category, ConsentModel model)
    {
        var reason = Of(category, model);
        return !IsChosen(reason) && category.IsIn(Objections) ? ConsentReason.Refused : reason;
    }

    /// <summary>What it answers about a vendor, by the vendor's own entry or with its category, or why it answers nothing.</summary>
    public ConsentReason Answer(ConsentVendor vendor, ConsentCategory category, ConsentModel model)
    {
        var own = Of(vendor, category, model);
        if (own is { } chosen && IsChosen(chosen))
        {
            return chosen;
        }

        var ofCategory = Answer(category, model);
        return ofCategory == ConsentReason.Refused || vendor.IsIn(Objections) ? ConsentReason.Refused
            // When a vendor's own entry no longer counts, the category's does not take its place: the visitor made it because it differs.
            : own is { } lapsed && model == ConsentModel.OptIn ? lapsed
            : ofCategory;
    }

    public static bool IsChosen(ConsentReason reason) => reason is ConsentReason.Given or ConsentReason.Refused;

    private ConsentReason Reason(DecidedChoice choice, string? fingerprint, ConsentCategory category, ConsentModel model)
    {
        // Where the visitor has to object, an objection never lapses: nobody would notice that it did.
        if (!choice.Granted && (model != ConsentModel.OptIn || _refusalsHold))
        {
            return ConsentReason.Refused;
        }

        if (_isFuture)
        {
            return ConsentReason.NotDecided;
        }

        if (Expired)
        {
            return ConsentReason.Expired;
        }

        if (fingerprint != category.Fingerprint && !(_external && fingerprint is null))
        {
            return ConsentReason.Changed;
        }

        return choice.Granted ? ConsentReason.Given : ConsentReason.Refused;
    }
}
