namespace Innovexus.Consent;

/// <summary>
/// Which decision counts if that of this browser and one from elsewhere, such as an account's, contradict each other. Locks (age,
/// restriction, an opt-out signal) go before both, whatever the rule.
/// </summary>
public enum ConsentPrecedence
{
    /// <summary>The newer one, whether grant or refusal. If both have the same time, the refusal.</summary>
    Newest,

    /// <summary>
    /// A refusal, wherever and whenever it was made, until the visitor grants the same id again. Without a refusal, the newer one.
    /// </summary>
    RefusalFirst,

    /// <summary>
    /// The one from elsewhere, whether grant or refusal. A later refusal in this browser still stands: neither signing in nor a store that
    /// failed to save it undoes a refusal.
    /// </summary>
    ExternalFirst,
}
