namespace Innovexus.Consent;

/// <summary>What the opt-out preference signal locks, for a browser that tells scripts of it and not the server.</summary>
internal static class SignalLock
{
    /// <summary>The ids that it would lock; nothing where it counts already, was set aside, or would lock nothing.</summary>
    public static IReadOnlyList<string>? Of(
        ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision? decision, ConsentState state, DateTimeOffset now)
    {
        if (facts.GlobalPrivacyControl || facts.SignalOverridden || IsMarked(decision))
        {
            return null;
        }

        string[] ids = [.. ConsentEvaluator.Evaluate(registry, rules, facts with { GlobalPrivacyControl = true }, decision, now).Locked.Except(state.Locked, StringComparer.Ordinal)];
        return ids.Length == 0 ? null : ids;
    }

    public static bool IsMarked(ConsentDecision? decision) => decision is not null && (decision.OptOuts & OptOuts.Signal) != 0;

    /// <summary>The same decision with or without the mark; one without a time where there was none, which asks all the same.</summary>
    public static ConsentDecision Mark(ConsentDecision? decision, bool signalled) => new(
        decision?.DecidedAt ?? DateTimeOffset.UnixEpoch,
        decision?.Choices ?? new Dictionary<string, DecidedChoice>(),
        ((decision?.OptOuts ?? OptOuts.None) & ~OptOuts.Signal) | (signalled ? OptOuts.Signal : OptOuts.None));

    /// <summary>The vendors that the visitor has allowed and a lock denies, so that they may have stored something before they became locked.</summary>
    public static IEnumerable<ConsentVendor> Displaced(
        ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision? decision, ConsentState state, DateTimeOffset now)
    {
        if (!state.Locked.Any())
        {
            return [];
        }

        var unlocked = ConsentEvaluator.Evaluate(
            registry, rules, facts with { Age = AgeSignal.Unknown, Restricted = false, SignalOverridden = true }, decision, now);
        return registry.Vendors.Where(vendor => state[vendor.Id].Locked && unlocked[vendor.Id] is { Granted: true, Reason: ConsentReason.Given or ConsentReason.External });
    }
}
