namespace Innovexus.Consent.Tests;

public class ConsentEvaluatorAllocationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("US-CA")]
    public void Evaluating_twenty_categories_and_five_hundred_vendors_allocates_only_the_state(string? region)
    {
        var registry = Registries.Large(20, 500);
        var facts = new ConsentFacts { Region = region };
        var decision = Decisions.Decide(ConsentChoice.Only("purpose-03").With("vendor-004", true), registry, facts: facts);
        Decisions.Evaluate(decision, registry, facts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var state = Decisions.Evaluate(decision, registry, facts);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // A verdict takes 16 bytes, an id of the optional ones 8; and their arrays and the state itself have a header.
        var needed = (16 * state.Verdicts.Count) + (8 * state.Optional.Count) + 256;
        Assert.InRange(allocated, 1, needed);
    }
}
