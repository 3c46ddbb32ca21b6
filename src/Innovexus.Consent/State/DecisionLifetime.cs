namespace Innovexus.Consent;

/// <summary>How long a decision is kept in the browser.</summary>
internal static class DecisionLifetime
{
    // The longest that browsers keep a cookie (RFC 6265bis, section 5.5).
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>As long as it counts; and where it holds an objection, which never lapses, as long as there is.</summary>
    /// <param name="input">What is known, with the decision.</param>
    public static TimeSpan Of(in ConsentInput input)
    {
        if (input.Decision is not { } decision)
        {
            return TimeSpan.Zero;
        }

        var (rules, facts) = (input.Rules, input.Facts);
        var objects = decision.OptOuts != OptOuts.None || input.Registry.Categories.Any(category => rules.GetModel(facts, category) is not (ConsentModel.OptIn or ConsentModel.Exempt)
            && category.Vendors.Select(vendor => vendor.Id).Prepend(category.Id).Any(id => decision.Choices.TryGetValue(id, out var choice) && !choice.Granted));
        return objects ? Longest : rules.GetLifetime(facts.Region);
    }

    /// <summary>
    /// What is left of that: a decision that is kept anew without being made anew ends when it would have, and with a refusal in it as
    /// late as anywhere. The signal's mark has no time of its own, so it lasts the whole; without mark and choice nothing is kept.
    /// </summary>
    /// <param name="input">What is known, with the decision.</param>
    public static TimeSpan Left(in ConsentInput input)
    {
        if (SignalLock.IsMarked(input.Decision))
        {
            return Longest;
        }

        var whole = input.Decision?.Choices.Any(entry => !entry.Value.Granted) == true ? Longest : Of(input);
        var left = whole - (input.Now - (input.Decision?.DecidedAt ?? input.Now));
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
