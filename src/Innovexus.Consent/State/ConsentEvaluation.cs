namespace Innovexus.Consent;

/// <summary>
/// What follows from one input: the state, and what else is asked about it, each evaluated once and not before it is asked for. Servers
/// and standalone applications alike ask here. Immutable and safe to share between threads.
/// </summary>
internal sealed class ConsentEvaluation
{
    // Empty where there are none; two threads that ask at once find the same.
    private string[]? _sale;

    public ConsentEvaluation(in ConsentInput input)
        : this(input, ConsentEvaluator.Evaluate(input))
    {
    }

    private ConsentEvaluation(in ConsentInput input, ConsentState state) => (Input, State) = (input, state);

    public ConsentInput Input { get; }

    public ConsentState State { get; }

    public ConsentDecision? Decision => Input.Decision;

    /// <summary>What Global Privacy Control would lock, where it does not count yet and was not set aside; nothing where that is nothing.</summary>
    public IReadOnlyList<string>? Sale => (_sale ??= SignalLock.Of(Input, State)) is { Length: > 0 } ids ? ids : null;

    /// <summary>The vendors that the visitor has allowed and a lock denies, so that they may have stored something before they became locked.</summary>
    public IEnumerable<ConsentVendor> Displaced() => SignalLock.Displaced(Input, State);

    /// <summary>The same input, of which nobody may know more than this state, as long as not all was asked that it follows from.</summary>
    public ConsentEvaluation Withheld(ConsentState state) => new(Input, state) { _sale = [] };

    /// <summary>What follows if other things are known of the visitor, or were decided.</summary>
    public ConsentEvaluation With(ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now) =>
        new(Input with { Facts = facts, Decision = decision, Now = now });

    /// <summary>The decision that a choice makes. This evaluation's state holds still, if it is older.</summary>
    public ConsentDecision Decide(ConsentChoice choice, DateTimeOffset now) => ChoiceResolver.Decide(Input with { Now = now }, State, choice);

    /// <summary>For the runtime, as a page brings it.</summary>
    /// <param name="banner">Whether the page shows the banner.</param>
    /// <param name="left">The vendors that may have left something.</param>
    /// <param name="policy">The version of the privacy policy that the visitor is told of.</param>
    /// <param name="now">The time.</param>
    public ConsentStateJson Page(bool banner, IEnumerable<ConsentVendor> left, PolicyVersion? policy, DateTimeOffset now) =>
        Told(ConsentStateJson.ForPage(State, Decision, banner, Clearing(left), now), policy);

    /// <summary>For the runtime, as an endpoint answers.</summary>
    /// <param name="before">The state before, if only vendors that it granted may have left something; else all that are denied may.</param>
    /// <param name="policy">The version of the privacy policy that the visitor is told of.</param>
    /// <param name="now">The time.</param>
    public ConsentStateJson Answer(ConsentState? before, PolicyVersion? policy, DateTimeOffset now)
    {
        var denied = VendorClearing.Denied(Input.Registry, State).Where(vendor => before?.IsGranted(vendor.Id) != false);
        return Told(ConsentStateJson.ForAnswer(State, Decision, Clearing(denied), now), policy);
    }

    private ConsentStateJson Told(ConsentStateJson state, PolicyVersion? policy) => state with { Sale = Sale, Policy = policy?.Id };

    private IReadOnlyList<ClearJson> Clearing(IEnumerable<ConsentVendor> vendors) => VendorClearing.Describe(Input.Registry, State, vendors);
}
