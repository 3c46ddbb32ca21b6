using BenchmarkDotNet.Attributes;

namespace Innovexus.Consent.Benchmarks;

/// <summary>One evaluation of twenty categories and five hundred vendors.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private ConsentRegistry _registry = null!;
    private ConsentRules _rules = null!;
    private ConsentFacts _facts = null!;
    private ConsentDecision _decision = null!;
    private DateTimeOffset _now;

    /// <summary>What the state itself takes: 16 bytes a verdict, 8 for each id that may be decided, and what is around them.</summary>
    public static long StateBytes(ConsentState state) => (16 * state.Verdicts.Count) + (8 * state.Optional.Count) + 256;

    /// <summary>A visitor in Texas who has allowed one category and one vendor of another.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _registry = Site.Registry(Site.Ours().Services);
        _rules = new();
        _facts = new() { Region = "US-TX" };
        _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        _decision = ChoiceResolver.Decide(new(_registry, _rules, _facts, null, _now), ConsentChoice.Only("purpose-03").With("vendor-004", true));
    }

    /// <summary>The evaluation.</summary>
    [Benchmark]
    public ConsentState Evaluate() => ConsentEvaluator.Evaluate(_registry, _rules, _facts, _decision, _now);
}
