using CsCheck;

namespace Innovexus.Consent.Tests;

/// <summary>The state that circuits and WebAssembly applications make of what the runtime says.</summary>
public class StateFromBrowserTests
{
    private static readonly ConsentFacts Signal = new() { GlobalPrivacyControl = true };

    private static readonly Gen<(ConsentChoice? Choice, bool Signalled)> Visitors = Gen.Select(Choices.Any.Null(), Gen.Bool);

    [Fact]
    public void An_answer_gives_the_servers_own_state() => Visitors.Sample(visitor =>
    {
        var (state, decision) = Evaluate(visitor);
        var answer = ConsentStateJson.Deserialize(ConsentStateJson.ForAnswer(state, decision, [], Decisions.Now).Serialize());

        Assert.True(StateFromBrowser.Read(answer, Registries.Site, null).IsSameAs(state));
    });

    [Theory]
    [InlineData(true, false, ConsentReason.Age)]
    [InlineData(false, true, ConsentReason.Restricted)]
    [InlineData(false, false, ConsentReason.Signal)]
    public void A_page_tells_why_something_is_locked(bool young, bool restricted, ConsentReason reason)
    {
        var facts = new ConsentFacts { Age = young ? AgeSignal.Under13 : AgeSignal.Unknown, Restricted = restricted, GlobalPrivacyControl = true };
        var state = Decisions.Evaluate(null, facts: facts);
        var page = ConsentStateJson.Deserialize(ConsentStateJson.ForPage(state, null, true, [], Decisions.Now).Serialize());

        var read = StateFromBrowser.Read(page, Registries.Site, null);

        Assert.NotEmpty(read.Locked);
        Assert.All(read.Locked, id => Assert.Equal(reason, read[id].Reason));
    }

    [Fact]
    public void A_lock_that_comes_without_a_reason_is_not_called_a_signal()
    {
        var state = Decisions.Evaluate(null, facts: new() { Age = AgeSignal.Under13 });
        var json = ConsentStateJson.ForPage(state, null, true, [], Decisions.Now) with { Reasons = null };

        var read = StateFromBrowser.Read(json, Registries.Site, null);

        Assert.All(read.Locked, id => Assert.Equal("This stays off.", ConsentTexts.Default.LockedBecause(read[id].Reason)));
    }

    [Fact]
    public void A_page_which_tells_no_reasons_grants_and_locks_exactly_what_the_server_did() => Gen.Select(Visitors, Visitors).Sample((visitor, earlier) =>
    {
        var (state, decision) = Evaluate(visitor);
        var page = ConsentStateJson.Deserialize(ConsentStateJson.ForPage(state, decision, state.NeedsDecision, [], Decisions.Now).Serialize());

        var read = StateFromBrowser.Read(page, Registries.Site, Evaluate(earlier).State);

        Assert.Equal(state.Granted, read.Granted);
        Assert.Equal(state.Locked, read.Locked);
        Assert.Equal(state.Optional, read.Optional);
        Assert.Equal(state.DecidedAt, read.DecidedAt);
        Assert.All(read.Verdicts, verdict => Assert.Equal(verdict.Granted, verdict.Reason is ConsentReason.Given or ConsentReason.Exempt));
    });

    [Fact]
    public void What_the_runtime_has_not_posted_yet_overrides_the_reason()
    {
        var decision = Decisions.Decide(ConsentChoice.AcceptAll);
        var answer = ConsentStateJson.ForAnswer(Decisions.Evaluate(decision), decision, [], Decisions.Now);

        // Reject all, overlaid on the answer to an earlier grant.
        var read = StateFromBrowser.Read(answer with { Granted = ["necessary", "consent"] }, Registries.Site, Decisions.Evaluate(decision));

        Assert.Equal(ConsentReason.Refused, read["stats"].Reason);
        Assert.Equal(ConsentReason.Exempt, read["consent"].Reason);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(199, true)]
    [InlineData(201, false)]
    public void Dates_are_the_servers_own_and_none_where_the_choice_has_lapsed(int days, bool counts)
    {
        var rules = new ConsentRules(null, new ConsentRulesOptions().SetLifetime("FR", TimeSpan.FromDays(200)));
        var decision = Decisions.Decide(ConsentChoice.AcceptAll);
        var state = ConsentEvaluator.Evaluate(Registries.Site, rules, new() { Region = "FR" }, decision, Decisions.Now.AddDays(days));
        var answer = ConsentStateJson.Deserialize(ConsentStateJson.ForAnswer(state, decision, [], Decisions.Now.AddDays(days)).Serialize());

        var read = StateFromBrowser.Read(answer, Registries.Site, null);

        Assert.Equal(counts ? Decisions.Now : null, read.DecidedAt);
        Assert.Equal(counts ? Decisions.Now.AddDays(200) : null, read.ExpiresAt);
    }

    private static (ConsentState State, ConsentDecision? Decision) Evaluate((ConsentChoice? Choice, bool Signalled) visitor)
    {
        var facts = visitor.Signalled ? Signal : ConsentFacts.Unknown;
        var decision = visitor.Choice is null ? null : Decisions.Decide(visitor.Choice, facts: facts);
        return (Decisions.Evaluate(decision, facts: facts), decision);
    }
}
