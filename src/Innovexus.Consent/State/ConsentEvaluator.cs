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

        var standing = new StandingDecision(decision, rules.Lifetime, now);
        var verdicts = new List<ConsentVerdict>(registry.Categories.Count + registry.Vendors.Count);
        var optional = new List<string>(verdicts.Capacity);
        var needsDecision = false;

        foreach (var category in registry.Categories)
        {
            if (rules.GetModel(facts.Region, category) == ConsentModel.Exempt)
            {
                verdicts.Add(Exempt(category.Id));
                verdicts.AddRange(category.Vendors.Select(vendor => Exempt(vendor.Id)));
                continue;
            }

            var reason = standing.Of(category);
            var vendors = category.Vendors.Select(vendor => facts.GlobalPrivacyControl && vendor.SaleOrShare
                ? new ConsentVerdict(vendor.Id, false, true, ConsentReason.Signal)
                : Decided(vendor.Id, standing.Of(vendor, category) ?? reason)).ToArray();
            var locked = vendors.Length > 0 && Array.TrueForAll(vendors, verdict => verdict.Locked);

            verdicts.Add(vendors.Length == 0 ? Decided(category.Id, ConsentReason.NotDecided)
                : locked ? new(category.Id, false, true, ConsentReason.Signal)
                : Decided(category.Id, reason));
            verdicts.AddRange(vendors);

            if (vendors.Length > 0 && !locked)
            {
                optional.Add(category.Id);
                optional.AddRange(vendors.Where(verdict => !verdict.Locked).Select(verdict => verdict.Id));
                needsDecision |= reason is not (ConsentReason.Given or ConsentReason.Refused);
            }
        }

        return new(verdicts, optional, needsDecision, standing.DecidedAt, standing.ExpiresAt);
    }

    private static ConsentVerdict Exempt(string id) => new(id, true, false, ConsentReason.Exempt);

    private static ConsentVerdict Decided(string id, ConsentReason reason) => new(id, reason == ConsentReason.Given, false, reason);
}
