namespace Innovexus.Consent;

/// <summary>The one place where verdicts are made. Pure and total: no clock, no HTTP, no services, no exception.</summary>
public static class ConsentEvaluator
{
    /// <summary>Evaluates what a visitor decided against what a site declares.</summary>
    /// <param name="registry">What the site declares.</param>
    /// <param name="rules">Which model applies where, and how long a decision lasts.</param>
    /// <param name="facts">What is known about the visitor without asking.</param>
    /// <param name="decision">What the visitor decided, if anything.</param>
    /// <param name="now">The time to evaluate at.</param>
    public static ConsentState Evaluate(
        ConsentRegistry registry,
        ConsentRules rules,
        ConsentFacts facts,
        ConsentDecision? decision,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(facts);

        var standing = new StandingDecision(decision, rules.GetLifetime(facts.Region), now);
        var verdicts = new List<ConsentVerdict>(registry.Categories.Count + registry.Vendors.Count);
        var optional = new List<string>(verdicts.Capacity);
        var prompt = ConsentPrompt.None;

        foreach (var category in registry.Categories)
        {
            var model = rules.GetModel(facts, category);
            if (model == ConsentModel.Exempt)
            {
                verdicts.Add(Exempt(category.Id));
                verdicts.AddRange(category.Vendors.Select(vendor => Exempt(vendor.Id)));
                continue;
            }

            if (category.Vendors.Count == 0)
            {
                verdicts.Add(new(category.Id, false, false, ConsentReason.NotDecided));
                continue;
            }

            var own = Decided(category.Id, standing.Of(category, model), External(facts, standing, category.Id, category.Id), model);
            var vendors = category.Vendors.Select(vendor => Lock(vendor, facts) is { } reason
                ? new(vendor.Id, false, true, reason)
                : Of(vendor, standing.Of(vendor, category, model), External(facts, standing, vendor.Id, category.Id), own, model)).ToArray();
            var locked = Array.TrueForAll(vendors, verdict => verdict.Locked);

            verdicts.Add(locked ? new(category.Id, false, true, vendors[0].Reason) : own);
            verdicts.AddRange(vendors);
            if (!locked)
            {
                optional.Add(category.Id);
                optional.AddRange(vendors.Where(verdict => !verdict.Locked).Select(verdict => verdict.Id));
                prompt = (ConsentPrompt)Math.Max((int)prompt, (int)Prompt(own.Reason, model));
            }
        }

        return new(verdicts, optional, prompt, standing.DecidedAt, standing.ExpiresAt);
    }

    // Age goes before a restriction, and that before a signal.
    private static ConsentReason? Lock(ConsentVendor vendor, ConsentFacts facts) =>
        facts.Age == AgeSignal.Under13 ? ConsentReason.Age
        : facts.Restricted ? ConsentReason.Restricted
        : facts.GlobalPrivacyControl && vendor.SaleOrShare && !facts.SignalOverridden ? ConsentReason.Signal
        : null;

    private static ConsentVerdict Exempt(string id) => new(id, true, false, ConsentReason.Exempt);

    // What was refused here, and is to be asked again, is not granted from elsewhere in the meantime.
    private static bool? External(ConsentFacts facts, in StandingDecision standing, string id, string category) =>
        facts.External is { } external && external.TryGetValue(id, out var granted) && !(granted && (standing.WasRefused(id) ?? standing.WasRefused(category)) == true) ? granted : null;

    // A choice made here, else one from elsewhere, else what the model is without any.
    private static ConsentVerdict Decided(string id, ConsentReason reason, bool? external, ConsentModel model) =>
        IsChosen(reason) ? new(id, reason == ConsentReason.Given, false, reason)
        : external is { } granted ? new(id, granted, false, ConsentReason.External)
        : model == ConsentModel.OptIn ? new(id, false, false, reason)
        : new(id, true, false, ConsentReason.Default);

    private static ConsentVerdict Of(ConsentVendor vendor, ConsentReason? own, bool? external, ConsentVerdict category, ConsentModel model) =>
        own is { } chosen && IsChosen(chosen) ? Decided(vendor.Id, chosen, null, model)
        : category.Reason == ConsentReason.Refused ? category with { Id = vendor.Id }
        // A choice of its own that no longer counts does not become the category's: it was made because it differs.
        : own is { } lapsed && model == ConsentModel.OptIn ? Decided(vendor.Id, lapsed, external, model)
        : category.Reason != ConsentReason.Given && external is { } granted ? new(vendor.Id, granted, false, ConsentReason.External)
        : category with { Id = vendor.Id };

    private static bool IsChosen(ConsentReason reason) => reason is ConsentReason.Given or ConsentReason.Refused;

    private static ConsentPrompt Prompt(ConsentReason reason, ConsentModel model) => model switch
    {
        ConsentModel.OptIn when reason is ConsentReason.NotDecided or ConsentReason.Expired or ConsentReason.Changed => ConsentPrompt.Banner,
        ConsentModel.ExemptWithObjection or ConsentModel.NoticeOnly when reason == ConsentReason.Default => ConsentPrompt.Notice,
        _ => ConsentPrompt.None,
    };
}
