namespace Innovexus.Consent;

/// <summary>
/// Which decision counts where this browser's and one from elsewhere, such as an account's, contradict each other. Locks (age,
/// restriction, an opt-out signal) go before both, whatever the rule.
/// </summary>
public enum ConsentPrecedence
{
    /// <summary>The newer one, grant or refusal; of two of the same time the refusal.</summary>
    Newest,

    /// <summary>A refusal, wherever and whenever it was made, until the visitor grants it anew; else the newer one.</summary>
    RefusalFirst,

    /// <summary>
    /// The one from elsewhere, grant or refusal, except that a refusal made here after it stands: neither signing in nor a store that did
    /// not take it undoes a refusal.
    /// </summary>
    ExternalFirst,
}
