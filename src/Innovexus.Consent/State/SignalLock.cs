namespace Innovexus.Consent;

/// <summary>What the opt-out preference signal locks, for a browser that tells scripts of it and not the server.</summary>
internal static class SignalLock
{
    /// <summary>The ids that it would lock; none where it counts already, was set aside, or would lock nothing.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="state">The state that follows from it.</param>
    public static string[] Of(in ConsentInput input, ConsentState state) => input.IsSignalled || input.Facts.SignalOverridden
        ? []
        : [.. ConsentEvaluator.Evaluate(input with { Facts = input.Facts with { GlobalPrivacyControl = true } }).Locked.Except(state.Locked, StringComparer.Ordinal)];

    public static bool IsMarked(ConsentDecision? decision) => decision is not null && (decision.OptOuts & OptOuts.Signal) != 0;

    /// <summary>The same decision with or without the mark; one without a time where there was none, which asks all the same.</summary>
    public static ConsentDecision Mark(ConsentDecision? decision, bool signalled) => new(
        decision?.DecidedAt ?? DateTimeOffset.UnixEpoch,
        decision?.Choices ?? new Dictionary<string, DecidedChoice>(),
        ((decision?.OptOuts ?? OptOuts.None) & ~OptOuts.Signal) | (signalled ? OptOuts.Signal : OptOuts.None));

    /// <summary>The vendors that the visitor has allowed and a lock denies, so that they may have stored something before they became locked.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="state">The state that follows from it.</param>
    public static IEnumerable<ConsentVendor> Displaced(in ConsentInput input, ConsentState state)
    {
        if (!state.Locked.Any())
        {
            return [];
        }

        var unlocked = ConsentEvaluator.Evaluate(
            input with { Facts = input.Facts with { Age = AgeSignal.Unknown, Restricted = false, SignalOverridden = true } });
        return input.Registry.Vendors.Where(vendor => state[vendor.Id].Locked && unlocked[vendor.Id] is { Granted: true, Reason: ConsentReason.Given or ConsentReason.External });
    }
}
