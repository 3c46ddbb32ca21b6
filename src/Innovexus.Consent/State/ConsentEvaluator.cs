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
        // Loops, since a state is evaluated for many a request and is all that this allocates.
        var verdicts = new ConsentVerdict[registry.Count];
        var prompt = ConsentPrompt.None;
        var optional = 0;

        for (int index = 0, at = 0; index < registry.Categories.Count; index++)
        {
            var category = registry.Categories[index];
            var model = rules.GetModel(facts, category);
            var own = Own(category, model, facts, standing);
            var place = at++;
            var locked = 0;
            for (var i = 0; i < category.Vendors.Count; i++)
            {
                verdicts[at] = category.IsNecessary ? own with { Id = category.Vendors[i].Id } : Of(category.Vendors[i], category, own, model, facts, standing);
                locked += verdicts[at++].Locked ? 1 : 0;
            }

            var allLocked = locked > 0 && locked == category.Vendors.Count;
            verdicts[place] = allLocked ? new(category.Id, false, true, verdicts[place + 1].Reason) : own;
            if (category.Vendors.Count > 0 && model != ConsentModel.Exempt && !allLocked)
            {
                optional += 1 + category.Vendors.Count - locked;
                prompt = (ConsentPrompt)Math.Max((int)prompt, (int)Prompt(own.Reason, model));
            }
        }

        return new(registry, verdicts, Optional(registry, verdicts, optional), prompt, standing.DecidedAt, standing.ExpiresAt);
    }

    private static string[] Optional(ConsentRegistry registry, ConsentVerdict[] verdicts, int count)
    {
        var ids = new string[count];
        for (int index = 0, at = 0, next = 0; index < registry.Categories.Count; index++)
        {
            var vendors = registry.Categories[index].Vendors.Count;
            for (var end = at + vendors; at <= end; at++)
            {
                if (vendors > 0 && !verdicts[at].Locked && verdicts[at].Reason != ConsentReason.Exempt)
                {
                    ids[next++] = verdicts[at].Id;
                }
            }
        }

        return ids;
    }

    // Age goes before a restriction, and that before a signal.
    private static ConsentReason? Lock(ConsentVendor vendor, ConsentFacts facts, in StandingDecision standing) =>
        facts.Age == AgeSignal.Under13 ? ConsentReason.Age
        : facts.Restricted ? ConsentReason.Restricted
        : vendor.SaleOrShare && !facts.SignalOverridden && (facts.GlobalPrivacyControl || standing.Signalled) ? ConsentReason.Signal
        : null;

    private static ConsentVerdict Own(ConsentCategory category, ConsentModel model, ConsentFacts facts, in StandingDecision standing)
    {
        if (model == ConsentModel.Exempt)
        {
            return Exempt(category.Id);
        }

        if (category.Vendors.Count == 0)
        {
            return new(category.Id, false, false, ConsentReason.NotDecided);
        }

        var reason = standing.Of(category, model);
        return !IsChosen(reason) && category.IsIn(standing.Objections)
            ? new(category.Id, false, false, ConsentReason.Refused)
            : Decided(category.Id, reason, External(facts, standing, category.Id, category.Id), model);
    }

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

    private static ConsentVerdict Of(
        ConsentVendor vendor, ConsentCategory category, ConsentVerdict ofCategory, ConsentModel model, ConsentFacts facts, in StandingDecision standing)
    {
        if (Lock(vendor, facts, standing) is { } locked)
        {
            return new(vendor.Id, false, true, locked);
        }

        if (model == ConsentModel.Exempt)
        {
            return ofCategory with { Id = vendor.Id };
        }

        var own = standing.Of(vendor, category, model);
        var external = External(facts, standing, vendor.Id, category.Id);
        return own is { } chosen && IsChosen(chosen) ? Decided(vendor.Id, chosen, null, model)
            : ofCategory.Reason == ConsentReason.Refused || vendor.IsIn(standing.Objections) ? new(vendor.Id, false, false, ConsentReason.Refused)
            // A choice of its own that no longer counts does not become the category's: it was made because it differs.
            : own is { } lapsed && model == ConsentModel.OptIn ? Decided(vendor.Id, lapsed, external, model)
            : ofCategory.Reason != ConsentReason.Given && external is { } granted ? new(vendor.Id, granted, false, ConsentReason.External)
            : ofCategory with { Id = vendor.Id };
    }

    private static bool IsChosen(ConsentReason reason) => reason is ConsentReason.Given or ConsentReason.Refused;

    private static ConsentPrompt Prompt(ConsentReason reason, ConsentModel model) => model switch
    {
        ConsentModel.OptIn when reason is ConsentReason.NotDecided or ConsentReason.Expired or ConsentReason.Changed => ConsentPrompt.Banner,
        ConsentModel.ExemptWithObjection or ConsentModel.NoticeOnly when reason == ConsentReason.Default => ConsentPrompt.Notice,
        _ => ConsentPrompt.None,
    };
}
