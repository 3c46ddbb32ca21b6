namespace Innovexus.Consent;

/// <summary>How long a decision is kept in the browser.</summary>
internal static class DecisionLifetime
{
    // The longest that browsers keep a cookie (RFC 6265bis, section 5.5).
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>As long as it counts; and where it holds an objection, which never lapses, as long as there is.</summary>
    public static TimeSpan Of(ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision decision)
    {
        var objects = decision.OptOuts != OptOuts.None || registry.Categories.Any(category => rules.GetModel(facts, category) is not (ConsentModel.OptIn or ConsentModel.Exempt)
            && category.Vendors.Select(vendor => vendor.Id).Prepend(category.Id).Any(id => decision.Choices.TryGetValue(id, out var choice) && !choice.Granted));
        return objects ? Longest : rules.GetLifetime(facts.Region);
    }

    /// <summary>
    /// What is left of that: a decision that is kept anew without being made anew ends when it would have, and with a refusal in it as
    /// late as anywhere. The signal's mark has no time of its own, so it lasts the whole; without mark and choice nothing is kept.
    /// </summary>
    public static TimeSpan Left(ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision decision, DateTimeOffset now)
    {
        if (SignalLock.IsMarked(decision))
        {
            return Longest;
        }

        var whole = decision.Choices.Any(entry => !entry.Value.Granted) ? Longest : Of(registry, rules, facts, decision);
        var left = whole - (now - decision.DecidedAt);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
