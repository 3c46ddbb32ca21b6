using CsCheck;

namespace Innovexus.Consent.Tests;

public class ConsentEvaluatorTests
{
    private static readonly ConsentFacts Signal = new() { GlobalPrivacyControl = true };

    private static readonly string[] Ids = [.. Registries.Site.Ids, "unknown"];

    private static readonly Gen<ConsentChoice> Choice = Gen.Select(
        OneOf(ConsentChoice.AcceptAll, ConsentChoice.RejectAll, ConsentChoice.Change("stats", true), ConsentChoice.Change("marketing", false)),
        Gen.Dictionary(OneOf(Ids), Gen.Bool)[0, 5],
        (choice, named) => named.Aggregate(choice, (all, entry) => all.With(entry.Key, entry.Value)));

    private static readonly Gen<ConsentFacts> Facts = Gen.Select(
        OneOf<string?>(null, "DE", "US-CA", "nonsense", ""), Gen.Bool, (region, signal) => new ConsentFacts { Region = region, GlobalPrivacyControl = signal });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Undecided_grants_only_what_is_necessary()
    {
        var state = Decisions.Evaluate(null);

        Assert.Equal(["necessary", "consent"], state.Granted);
        Assert.True(state.NeedsDecision);
        Assert.Equal(ConsentReason.NotDecided, state["stats"].Reason);
        Assert.Equal(ConsentReason.Exempt, state["necessary"].Reason);
    }

    [Fact]
    public void Accept_all_grants_everything_declared_and_nothing_else()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll));

        Assert.Equal(
            ["ads", "analytics", "chat", "consent", "functional", "marketing", "necessary", "newsletter", "stats"],
            state.Granted.Order(StringComparer.Ordinal));
        Assert.False(state.NeedsDecision);
        Assert.Equal(new ConsentVerdict("statz", false, false, ConsentReason.Unknown), state["statz"]);
        Assert.False(state.IsGranted(null));
    }

    [Fact]
    public void Category_without_a_vendor_is_not_asked_nor_optional_and_denied()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll));

        Assert.Equal(new ConsentVerdict("research", false, false, ConsentReason.NotDecided), state["research"]);
        Assert.DoesNotContain("research", state.Optional);
    }

    [Fact]
    public void Reject_all_is_a_decision()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll));

        Assert.Equal(["necessary", "consent"], state.Granted);
        Assert.False(state.NeedsDecision);
        Assert.Equal(ConsentReason.Refused, state["ads"].Reason);
    }

    [Theory]
    [InlineData(181, false, ConsentReason.Given)]
    [InlineData(182, true, ConsentReason.Expired)]
    [InlineData(-1, true, ConsentReason.NotDecided)]
    public void A_decision_counts_for_its_lifetime_and_not_before_its_time(int days, bool asked, ConsentReason reason)
    {
        foreach (var choice in new[] { ConsentChoice.AcceptAll, ConsentChoice.RejectAll })
        {
            var state = Decisions.Evaluate(Decisions.Decide(choice), at: Decisions.Now.AddDays(days));

            Assert.Equal(asked, state.NeedsDecision);
            Assert.Equal(!asked && choice == ConsentChoice.AcceptAll, state.IsGranted("stats"));
        }

        Assert.Equal(reason, Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll), at: Decisions.Now.AddDays(days))["stats"].Reason);
    }

    [Fact]
    public void Clocks_of_two_servers_may_differ_by_five_minutes()
    {
        var decision = Decisions.Decide(ConsentChoice.AcceptAll);

        Assert.True(Decisions.Evaluate(decision, at: Decisions.Now.AddMinutes(-5)).IsGranted("stats"));
        Assert.False(Decisions.Evaluate(decision, at: Decisions.Now.AddMinutes(-5.1)).IsGranted("stats"));
    }

    [Fact]
    public void A_material_change_asks_again_about_its_category_only()
    {
        var changed = Registries.Build(options =>
        {
            Registries.Declare(options);
            options.Registry.Vendor("stats").Revision = 2;
        });

        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll.With("newsletter", false)), changed);

        Assert.Equal(ConsentReason.Changed, state["analytics"].Reason);
        Assert.Equal(ConsentReason.Changed, state["stats"].Reason);
        Assert.True(state.IsGranted("chat"));
        Assert.True(state.IsGranted("ads"));
        Assert.False(state.IsGranted("newsletter"));
        Assert.True(state.NeedsDecision);
    }

    [Fact]
    public void A_vendor_can_be_decided_where_its_category_is_not()
    {
        var decision = Decisions.Decide(ConsentChoice.Change("newsletter", true));
        var state = Decisions.Evaluate(decision);

        Assert.True(state.IsGranted("newsletter"));
        Assert.Equal(ConsentReason.NotDecided, state["marketing"].Reason);
        Assert.False(state.IsGranted("ads"));
        Assert.True(state.NeedsDecision);

        var changed = Registries.Build(options =>
        {
            Registries.Declare(options);
            options.Registry.Vendor("ads").Revision = 2;
        });
        Assert.Equal(ConsentReason.Changed, Decisions.Evaluate(decision, changed)["newsletter"].Reason);
    }

    [Fact]
    public void A_signal_locks_what_is_sold_or_shared_and_nothing_else()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll), facts: Signal);

        Assert.Equal(new ConsentVerdict("ads", false, true, ConsentReason.Signal), state["ads"]);
        Assert.Equal(["ads"], state.Locked);
        Assert.True(state.IsGranted("stats"));
        Assert.True(state.IsGranted("newsletter"));
    }

    [Fact]
    public void A_category_is_locked_when_all_its_vendors_are_and_then_it_is_not_asked()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "ads", "marketing", VendorRole.ThirdParty));

        var state = Decisions.Evaluate(null, registry, Signal);

        Assert.True(state["marketing"].Locked);
        Assert.Empty(state.Optional);
        Assert.False(state.NeedsDecision);
    }

    [Fact]
    public void A_lock_holds_where_the_site_asks_nobody_too()
    {
        var rules = new ConsentRules(null, new ConsentRulesOptions().SetModel("US", "analytics", ConsentModel.Exempt).SetModel("US", "marketing", ConsentModel.Exempt));
        ConsentState Evaluate(ConsentFacts facts) => ConsentEvaluator.Evaluate(Registries.Site, rules, facts with { Region = "US" }, Decisions.Decide(ConsentChoice.AcceptAll), Decisions.Now);

        var signalled = Evaluate(new() { GlobalPrivacyControl = true });
        Assert.Equal(new("ads", false, true, ConsentReason.Signal), signalled["ads"]);
        Assert.Equal(["stats", "newsletter"], signalled.Granted.Intersect(["stats", "newsletter"]));
        Assert.Equal(ConsentReason.Exempt, Evaluate(new() { GlobalPrivacyControl = true, SignalOverridden = true })["ads"].Reason);
        var restricted = Evaluate(new() { Restricted = true });
        Assert.Equal(["necessary", "consent"], restricted.Granted);
        Assert.Equal(new("analytics", false, true, ConsentReason.Restricted), restricted["analytics"]);
        Assert.Empty(restricted.Optional);
    }

    [Theory]
    [InlineData(AgeSignal.Unknown, true, ConsentReason.Default)]
    [InlineData(AgeSignal.Under13, false, ConsentReason.Age)]
    [InlineData(AgeSignal.From13To15, false, ConsentReason.NotDecided)]
    [InlineData(AgeSignal.From16To17, false, ConsentReason.Default)]
    [InlineData(AgeSignal.From16To17, true, ConsentReason.NotDecided)]
    [InlineData(AgeSignal.Adult, true, ConsentReason.Default)]
    public void Who_is_young_is_asked_first_also_where_others_are_not(AgeSignal age, bool optInUnder18, ConsentReason reason)
    {
        var rules = new ConsentRules(null, new ConsentRulesOptions { OptInUnder18 = optInUnder18 });

        var state = ConsentEvaluator.Evaluate(Registries.Site, rules, new() { Region = "US-CA", Age = age }, null, Decisions.Now);

        Assert.Equal(reason, state["ads"].Reason);
        Assert.Equal(reason == ConsentReason.Default, state.IsGranted("ads"));
    }

    [Fact]
    public void What_is_locked_is_stored_as_refused_and_stays_off_when_the_lock_goes()
    {
        var decision = Decisions.Decide(ConsentChoice.AcceptAll, facts: Signal);
        var state = Decisions.Evaluate(decision);

        Assert.Equal(ConsentReason.Refused, state["ads"].Reason);
        Assert.True(state.IsGranted("marketing"));
    }

    [Fact]
    public void A_change_of_one_id_leaves_the_rest()
    {
        var first = Decisions.Decide(ConsentChoice.Only("functional").With("newsletter", true));
        var second = Decisions.Decide(ConsentChoice.Change("stats", true), current: first, at: Decisions.Now.AddDays(1));
        var state = Decisions.Evaluate(second, at: Decisions.Now.AddDays(1));

        Assert.Equal(["chat", "consent", "functional", "necessary", "newsletter", "stats"], state.Granted.Order(StringComparer.Ordinal));

        // A category carries its vendors along.
        var third = Decisions.Decide(ConsentChoice.Change("marketing", false), current: second, at: Decisions.Now.AddDays(2));
        Assert.False(Decisions.Evaluate(third, at: Decisions.Now.AddDays(2)).IsGranted("newsletter"));
    }

    [Fact]
    public void Total_and_never_wider_than_the_choice() => Gen.Select(Choice, Choice, Facts, Facts, Gen.Int[-10, 400], Gen.Bool).Sample(
        (one, two, then, now, days, twice) =>
        {
            var decision = Decisions.Decide(one, facts: then);
            if (twice)
            {
                decision = Decisions.Decide(two, current: decision, facts: then);
            }

            var at = Decisions.Now.AddDays(days);
            var state = Decisions.Evaluate(ConsentCookie.Parse(ConsentCookie.Format(decision)), facts: now, at: at);
            var open = state.Verdicts.ToDictionary(verdict => verdict.Id);
            return open["necessary"].Granted
                && state.Verdicts.All(verdict => !(verdict.Granted && verdict.Locked))
                && state.Verdicts.All(verdict => verdict.Granted == verdict.Reason is ConsentReason.Given or ConsentReason.Exempt or ConsentReason.Default)
                && (now.Region == "US-CA" || days is >= 0 and < 182 || state.Granted.SequenceEqual(["necessary", "consent"]))
                && (!now.GlobalPrivacyControl || !open["ads"].Granted)
                // A signal only ever turns things off.
                && (!now.GlobalPrivacyControl
                    || state.Granted.All(Decisions.Evaluate(decision, facts: now with { GlobalPrivacyControl = false }, at: at).IsGranted))
                && !state.IsGranted("research")
                && state.Optional.All(id => !open[id].Locked);
        },
        iter: 10_000);

    [Fact]
    public void Extreme_times_do_not_throw()
    {
        foreach (var decided in new[] { DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue })
        {
            foreach (var now in new[] { DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue })
            {
                var state = Decisions.Evaluate(new ConsentDecision(decided, new Dictionary<string, DecidedChoice>()), at: now);
                Assert.True(state.ExpiresAt is null || state.ExpiresAt - state.DecidedAt == Decisions.Rules.Lifetime);
            }
        }
    }
}
