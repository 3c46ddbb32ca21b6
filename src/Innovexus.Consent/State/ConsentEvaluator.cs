namespace Innovexus.Consent;

/// <summary>The one place where verdicts are made. Pure and total: no clock, no HTTP, no services, no exception.</summary>
internal static class ConsentEvaluator
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
        return Evaluate(new(registry, rules, facts, decision, now));
    }

    internal static ConsentState Evaluate(in ConsentInput input)
    {
        var (registry, rules, facts) = (input.Registry, input.Rules, input.Facts);
        var standing = new StandingChoices(input);
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

        var (decidedAt, expiresAt) = Times(verdicts, facts, standing);
        return new(registry, verdicts, Optional(registry, verdicts, optional), prompt, decidedAt, expiresAt);
    }

    private static (DateTimeOffset?, DateTimeOffset?) Times(ConsentVerdict[] verdicts, ConsentFacts facts, in StandingChoices standing)
    {
        var (fromHere, fromElsewhere) = (false, false);
        for (var i = 0; i < verdicts.Length && facts.External is not null; i++)
        {
            fromHere |= StandingDecision.IsChosen(verdicts[i].Reason);
            fromElsewhere |= verdicts[i].Reason == ConsentReason.External;
        }

        return standing.Times(fromHere, fromElsewhere);
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
    private static ConsentReason? Lock(ConsentVendor vendor, ConsentFacts facts, in StandingChoices standing) =>
        facts.Age == AgeSignal.Under13 ? ConsentReason.Age
        : facts.Restricted ? ConsentReason.Restricted
        : vendor.SaleOrShare && !facts.SignalOverridden && (facts.GlobalPrivacyControl || standing.Here.Signalled) ? ConsentReason.Signal
        : null;

    private static ConsentVerdict Own(ConsentCategory category, ConsentModel model, ConsentFacts facts, in StandingChoices standing) =>
        model == ConsentModel.Exempt ? new(category.Id, true, false, ConsentReason.Exempt)
        : category.Vendors.Count == 0 ? new(category.Id, false, false, ConsentReason.NotDecided)
        : Verdict(category.Id, standing.Of(category, model), model, facts);

    private static ConsentVerdict Of(
        ConsentVendor vendor, ConsentCategory category, ConsentVerdict ofCategory, ConsentModel model, ConsentFacts facts, in StandingChoices standing) =>
        Lock(vendor, facts, standing) is { } locked ? new(vendor.Id, false, true, locked)
        : model == ConsentModel.Exempt ? ofCategory with { Id = vendor.Id }
        : Verdict(vendor.Id, standing.Of(vendor, category, model), model, facts);

    // What was decided, else what the model is without: where a decision from elsewhere could not be read, it may be a refusal.
    private static ConsentVerdict Verdict(string id, StandingAnswer answer, ConsentModel model, ConsentFacts facts) =>
        answer.Granted is { } granted ? new(id, granted, false, answer.IsExternal ? ConsentReason.External : answer.Reason)
        : model == ConsentModel.OptIn ? new(id, false, false, answer.Reason)
        : facts.External == ExternalConsent.Unreadable ? new(id, false, false, ConsentReason.External)
        : new(id, true, false, ConsentReason.Default);

    private static ConsentPrompt Prompt(ConsentReason reason, ConsentModel model) => model switch
    {
        ConsentModel.OptIn when reason is ConsentReason.NotDecided or ConsentReason.Expired or ConsentReason.Changed => ConsentPrompt.Banner,
        ConsentModel.ExemptWithObjection or ConsentModel.NoticeOnly when reason == ConsentReason.Default => ConsentPrompt.Notice,
        _ => ConsentPrompt.None,
    };
}
