namespace Innovexus.Consent;

/// <summary>
/// What counts of two decisions, that of this browser and one from elsewhere, by the rule that the site chose. Each id is looked at on its
/// own, so that one decision can answer what the other leaves open.
/// </summary>
internal readonly struct StandingChoices
{
    private readonly StandingDecision _external;
    private readonly ConsentPrecedence _precedence;
    private readonly bool _hasExternal;
    private readonly bool _isUnreadable;

    // Less than zero where the one from elsewhere is newer.
    private readonly int _order;

    public StandingChoices(in ConsentInput input)
    {
        var (rules, facts, decision, now) = (input.Rules, input.Facts, input.Decision, input.Now);
        var lifetime = rules.GetLifetime(facts.Region);
        Here = new(decision, lifetime, now);
        _precedence = rules.ExternalPrecedence;
        _hasExternal = facts.External is not null && facts.External != ExternalConsent.Unreadable;
        _isUnreadable = facts.External == ExternalConsent.Unreadable;
        if (_hasExternal)
        {
            _external = new(facts.External!.Decision, lifetime, now, external: true);
            _order = decision is null ? -1 : decision.DecidedAt.CompareTo(facts.External.DecidedAt);
        }
    }

    /// <summary>The decision of this browser.</summary>
    public StandingDecision Here { get; }

    /// <summary>What is objected to as a whole, here or elsewhere.</summary>
    public OptOuts Objections => _hasExternal ? Here.Objections | _external.Objections : Here.Objections;

    /// <summary>When the decision behind an answer was made, and when it ends.</summary>
    public (DateTimeOffset? DecidedAt, DateTimeOffset? ExpiresAt) Times(bool fromHere, bool fromElsewhere) =>
        fromElsewhere && !(fromHere && _order >= 0) ? (_external.DecidedAt, _external.ExpiresAt) : (Here.DecidedAt, Here.ExpiresAt);

    /// <summary>Whether somebody answered differently here and elsewhere.</summary>
    public bool Contradicts(ConsentVendor vendor, ConsentCategory category, ConsentModel model) =>
        _hasExternal && (Here.Answer(vendor, category, model), _external.Answer(vendor, category, model))
            is (ConsentReason.Given, ConsentReason.Refused) or (ConsentReason.Refused, ConsentReason.Given);

    public StandingAnswer Of(ConsentCategory category, ConsentModel model)
    {
        var here = Here.Answer(category, model);
        return _hasExternal
            ? Of(here, _external.Answer(category, model), Here.WasRefused(category.Id), _external.WasRefused(category.Id))
            : new(here, false);
    }

    public StandingAnswer Of(ConsentVendor vendor, ConsentCategory category, ConsentModel model)
    {
        var here = Here.Answer(vendor, category, model);
        return _hasExternal
            ? Of(
                here,
                _external.Answer(vendor, category, model),
                Here.WasRefused(vendor.Id) ?? Here.WasRefused(category.Id),
                _external.WasRefused(vendor.Id) ?? _external.WasRefused(category.Id))
            : new(here, false);
    }

    /// <summary>What a decision about something else leaves a category at: what was chosen for it, without an objection as a whole, which is kept as such.</summary>
    public bool? Kept(ConsentCategory category, ConsentModel model) =>
        Renewed((_hasExternal ? Of(category, model) : new(Here.Of(category, model), false)).Granted);

    /// <summary>The same for a vendor.</summary>
    public bool? Kept(ConsentVendor vendor, ConsentCategory category, ConsentModel model) =>
        Renewed(_hasExternal ? Of(vendor, category, model).Granted
        : Here.Of(vendor, category, model) is { } own ? new StandingAnswer(own, false).Granted
        : null);

    // A new decision has one time: an old grant in it would be newer than a refusal elsewhere that could not be read.
    private bool? Renewed(bool? granted) => _isUnreadable && granted == true ? null : granted;

    private StandingAnswer Of(ConsentReason here, ConsentReason external, bool? refusedHere, bool? refusedElsewhere)
    {
        // Where refusals go first, one that is old enough to be asked again still goes before a grant. Otherwise the same two decisions
        // would grant more in an opt-in region, where refusals end, than in an opt-out region, where they do not.
        if (external == ConsentReason.Given && Lapsed(here, refusedHere) && _precedence == ConsentPrecedence.RefusalFirst)
        {
            here = ConsentReason.Refused;
        }
        else if (here == ConsentReason.Given && Lapsed(external, refusedElsewhere) && _precedence != ConsentPrecedence.Newest)
        {
            external = ConsentReason.Refused;
        }

        var elsewhereFirst = _precedence switch
        {
            ConsentPrecedence.ExternalFirst => !(here == ConsentReason.Refused && _order > 0),
            ConsentPrecedence.RefusalFirst when here == ConsentReason.Refused => false,
            ConsentPrecedence.RefusalFirst when external == ConsentReason.Refused => true,
            _ => _order < 0 || (_order == 0 && external == ConsentReason.Refused),
        };

        // What was refused, and is to be asked again, is not granted by an older decision in the meantime.
        var ofHere = here == ConsentReason.Given && Lapsed(external, refusedElsewhere) && _order <= 0 ? external : here;
        var ofElsewhere = external == ConsentReason.Given && Lapsed(here, refusedHere) && _order >= 0 ? here : external;
        var (first, second) = elsewhereFirst ? (ofElsewhere, ofHere) : (ofHere, ofElsewhere);
        return StandingDecision.IsChosen(first) ? new(first, elsewhereFirst)
            : StandingDecision.IsChosen(second) ? new(second, !elsewhereFirst)
            : new(first == ConsentReason.NotDecided ? second : first, false);
    }

    private static bool Lapsed(ConsentReason reason, bool? wasRefused) => wasRefused == true && !StandingDecision.IsChosen(reason);
}

/// <summary>What counts for one id, or why nothing does.</summary>
/// <param name="Reason"><c>Given</c> or <c>Refused</c> where it was decided.</param>
/// <param name="IsExternal">Whether it was decided elsewhere.</param>
internal readonly record struct StandingAnswer(ConsentReason Reason, bool IsExternal)
{
    /// <summary>The answer, if it is one.</summary>
    public bool? Granted => Reason switch
    {
        ConsentReason.Given => true,
        ConsentReason.Refused => false,
        _ => null,
    };
}
