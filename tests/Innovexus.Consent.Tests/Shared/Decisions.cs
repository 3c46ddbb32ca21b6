namespace Innovexus.Consent.Tests;

/// <summary>Decisions for tests, made the way a visitor's is.</summary>
internal static class Decisions
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static ConsentRules Rules { get; } = new();

    public static ConsentDecision Decide(
        ConsentChoice choice,
        ConsentRegistry? registry = null,
        ConsentDecision? current = null,
        ConsentFacts? facts = null,
        DateTimeOffset? at = null) =>
        ChoiceResolver.Decide(new(registry ?? Registries.Site, Rules, facts ?? ConsentFacts.Unknown, current, at ?? Now), choice);

    public static ConsentState Evaluate(
        ConsentDecision? decision,
        ConsentRegistry? registry = null,
        ConsentFacts? facts = null,
        DateTimeOffset? at = null) =>
        ConsentEvaluator.Evaluate(registry ?? Registries.Site, Rules, facts ?? ConsentFacts.Unknown, decision, at ?? Now);
}
