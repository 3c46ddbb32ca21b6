namespace Innovexus.Consent;

/// <summary>What a request knows of a visitor's consent.</summary>
/// <param name="Decision">What the visitor decided.</param>
/// <param name="State">The state that follows.</param>
/// <param name="Sale">What Global Privacy Control would lock, where it does not count yet.</param>
internal sealed record Evaluation(ConsentDecision? Decision, ConsentState State, IReadOnlyList<string>? Sale)
{
    public static Evaluation Of(ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now)
    {
        var state = ConsentEvaluator.Evaluate(registry, rules, facts, decision, now);
        return new(decision, state, SignalLock.Of(registry, rules, facts, decision, state, now));
    }
}
