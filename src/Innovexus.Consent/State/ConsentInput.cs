namespace Innovexus.Consent;

/// <summary>Everything that a state follows from.</summary>
/// <param name="Registry">What the site declares.</param>
/// <param name="Rules">Which model applies where, and how long a decision lasts.</param>
/// <param name="Facts">What is known about the visitor without asking.</param>
/// <param name="Decision">What the visitor decided, if anything.</param>
/// <param name="Now">The time to evaluate at.</param>
internal readonly record struct ConsentInput(ConsentRegistry Registry, ConsentRules Rules, ConsentFacts Facts, ConsentDecision? Decision, DateTimeOffset Now)
{
    /// <summary>Whether Global Privacy Control counts for this visitor: the server sees it, or the browser has told scripts of it.</summary>
    public bool IsSignalled => Facts.GlobalPrivacyControl || SignalLock.IsMarked(Decision);
}
