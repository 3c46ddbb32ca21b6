namespace Innovexus.Consent.Tests;

/// <summary>
/// Every combination of region, model, signal, age, restriction, decision, its age, change and external decision, with what must hold
/// in each.
/// </summary>
public class DecisionTableTests
{
    private static readonly string?[] Regions = [null, "DE", "GB", "CH", "CA", "CA-QC", "BR", "US", "US-CA", "US-WY", "JP", "nonsense"];

    private static readonly ConsentRules[] AllRules =
    [
        new(),
        new(null, new ConsentRulesOptions { StrictestEverywhere = true, ExternalPrecedence = ConsentPrecedence.RefusalFirst }),
        new(null, new ConsentRulesOptions { OptInUnder18 = true, ExternalPrecedence = ConsentPrecedence.ExternalFirst }.SetModel("GB", "analytics", ConsentModel.ExemptWithObjection).SetModel("DE", "functional", ConsentModel.NoticeOnly).SetModel("US", "analytics", ConsentModel.Exempt).SetModel("US", "marketing", ConsentModel.Exempt)),
    ];

    private static readonly ConsentRegistry Changed = Registries.Build(options =>
    {
        Registries.Declare(options);
        Registries.Vendor(options, "heatmap", "analytics");
        Registries.Vendor(options, "pixel", "functional", VendorRole.ThirdParty);
    });

    private static readonly ConsentChoice?[] Choices =
    [
        null, ConsentChoice.AcceptAll, ConsentChoice.RejectAll, ConsentChoice.Change("stats", true), ConsentChoice.Change("ads", true), ConsentChoice.Change("chat", false), ConsentChoice.OptOut,
    ];

    private static readonly ExternalConsent Older =
        new(Decisions.Now.AddDays(-1), new Dictionary<string, bool>(StringComparer.Ordinal) { ["analytics"] = true, ["ads"] = true, ["chat"] = false });

    private static readonly ExternalConsent Newer = ExternalConsent.Of(Decisions.Decide(ConsentChoice.Only("functional"), at: Decisions.Now.AddDays(1)), signalled: false);

    // For each of the rules. Which of two decisions counts is in StandingChoicesTests; here, that nothing they say gets past what must hold.
    private static readonly ExternalConsent?[][] Externals = [[null, Older], [null, Newer], [Older, Newer]];

    [Fact]
    public void What_must_hold_holds_in_every_combination()
    {
        var count = 0;
        foreach (var (rules, externals) in AllRules.Zip(Externals))
        {
            foreach (var facts in Facts(externals))
            {
                foreach (var choice in Choices)
                {
                    // Made as things are, and made before anything was locked: then the cookie says yes to what is locked now.
                    foreach (var made in new[] { facts, facts with { GlobalPrivacyControl = false, Age = AgeSignal.Unknown, Restricted = false } })
                    {
                        var decision = choice is null ? null : ChoiceResolver.Decide(new(Registries.Site, rules, made with { External = null }, null, Decisions.Now), choice);
                        foreach (var days in new[] { -1, 0, 181, 182, 1000 })
                        {
                            foreach (var registry in new[] { Registries.Site, Changed })
                            {
                                Check(registry, rules, facts, decision, Decisions.Now.AddDays(days));
                                count++;
                            }
                        }
                    }
                }
            }
        }

        Assert.Equal(3 * 12 * 2 * 2 * 5 * 2 * 2 * 7 * 2 * 5 * 2, count);
    }

    private static IEnumerable<ConsentFacts> Facts(ExternalConsent?[] externals) =>
        from region in Regions
        from signal in new[] { false, true }
        from overridden in new[] { false, true }
        from age in Enum.GetValues<AgeSignal>()
        from restricted in new[] { false, true }
        from external in externals
        select new ConsentFacts { Region = region, GlobalPrivacyControl = signal, SignalOverridden = overridden, Age = age, Restricted = restricted, External = external };

    private static void Check(ConsentRegistry registry, ConsentRules rules, ConsentFacts facts, ConsentDecision? decision, DateTimeOffset now)
    {
        var state = ConsentEvaluator.Evaluate(registry, rules, facts, decision, now);
        string Case() => $"{facts} {decision?.DecidedAt} {now} {string.Join(' ', state.Granted)}";

        Assert.True(state.IsGranted("necessary") && state.IsGranted("consent"), Case());
        Assert.False(state.IsGranted("research"), Case());
        foreach (var category in registry.Categories.Where(category => category.Vendors.Count > 0))
        {
            var model = rules.GetModel(facts, category);
            foreach (var verdict in category.Vendors.Select(vendor => state[vendor.Id]).Append(state[category.Id]))
            {
                Assert.False(verdict.Granted && verdict.Locked, Case());
                Assert.Equal(verdict.Locked, verdict.Reason is ConsentReason.Age or ConsentReason.Restricted or ConsentReason.Signal);
                Assert.True(!verdict.Granted || verdict.Reason is ConsentReason.Given or ConsentReason.Default or ConsentReason.Exempt or ConsentReason.External, Case());
                Assert.True(model != ConsentModel.OptIn || verdict.Reason != ConsentReason.Default, Case());
                Assert.True(model == ConsentModel.OptIn || verdict.Reason is not (ConsentReason.NotDecided or ConsentReason.Expired or ConsentReason.Changed), Case());
            }
        }

        // Locks, in their order, against every way in.
        if (facts.Age == AgeSignal.Under13 || facts.Restricted)
        {
            var reason = facts.Age == AgeSignal.Under13 ? ConsentReason.Age : ConsentReason.Restricted;
            Assert.Equal(["consent", "necessary"], state.Granted.Order(StringComparer.Ordinal));
            Assert.All(registry.Vendors.Where(vendor => vendor.Category != "necessary"), vendor => Assert.Equal(new ConsentVerdict(vendor.Id, false, true, reason), state[vendor.Id]));
            Assert.Equal(ConsentPrompt.None, state.Prompt);
        }

        if (facts.GlobalPrivacyControl && !facts.SignalOverridden)
        {
            Assert.All(registry.Vendors.Where(vendor => vendor.SaleOrShare), vendor => Assert.True(state[vendor.Id] is { Granted: false, Locked: true }, Case()));
        }

        // Narrowing never widens: not the same, and nothing else.
        foreach (var narrower in new[]
        {
            facts with { GlobalPrivacyControl = true, SignalOverridden = false }, facts with { Age = AgeSignal.Under13 }, facts with { Age = AgeSignal.From13To15 }, facts with { Restricted = true },
        })
        {
            if (narrower.Age != AgeSignal.From13To15 || facts.Age is AgeSignal.Unknown or AgeSignal.Adult or AgeSignal.From16To17)
            {
                Assert.All(ConsentEvaluator.Evaluate(registry, rules, narrower, decision, now).Granted, id => Assert.True(state.IsGranted(id), $"{id} {Case()}"));
            }
        }

        // An objection to sale and sharing never lapses, and holds for what was declared since.
        if (decision is { OptOuts: OptOuts.Sale })
        {
            Assert.All(registry.Vendors.Where(vendor => vendor.SaleOrShare && state[vendor.Id].Reason != ConsentReason.Exempt), vendor => Assert.False(state.IsGranted(vendor.Id), Case()));
        }

        // An unknown region grants nothing that was not given.
        if (RegionCode.Normalize(facts.Region) is null)
        {
            Assert.All(state.Verdicts.Where(verdict => verdict.Granted), verdict => Assert.NotEqual(ConsentReason.Default, verdict.Reason));
        }

        Assert.True(state.IsSameAs(ConsentEvaluator.Evaluate(registry, rules, facts, decision, now)));
        Assert.All(state.Optional, id => Assert.False(state[id].Locked));
    }

    [Theory]
    [InlineData("US-CA", ConsentPrompt.None, ConsentReason.Default)]
    [InlineData("DE", ConsentPrompt.Banner, ConsentReason.NotDecided)]
    [InlineData(null, ConsentPrompt.Banner, ConsentReason.NotDecided)]
    public void What_a_visitor_is_shown_follows_from_the_models(string? region, ConsentPrompt prompt, ConsentReason reason)
    {
        var state = Decisions.Evaluate(null, facts: new() { Region = region });

        Assert.Equal(prompt, state.Prompt);
        Assert.Equal(reason, state["stats"].Reason);
    }

    [Fact]
    public void A_notice_is_shown_until_the_visitor_has_answered_it()
    {
        var rules = new ConsentRules(null, new ConsentRulesOptions()
            .SetModel("GB", "analytics", ConsentModel.ExemptWithObjection).SetModel("GB", "functional", ConsentModel.ExemptWithObjection).SetModel("GB", "marketing", ConsentModel.OptOut));
        var facts = new ConsentFacts { Region = "GB" };
        ConsentState Of(ConsentDecision? decision) => ConsentEvaluator.Evaluate(Registries.Site, rules, facts, decision, Decisions.Now);

        Assert.Equal(ConsentPrompt.Notice, Of(null).Prompt);
        Assert.True(Of(null).IsGranted("stats"));
        var refused = Of(ChoiceResolver.Decide(new(Registries.Site, rules, facts, null, Decisions.Now), ConsentChoice.RejectAll));
        Assert.Equal((ConsentPrompt.None, ConsentReason.Refused), (refused.Prompt, refused["stats"].Reason));
    }

    [Theory]
    [InlineData("US-CA", 1000, ConsentReason.Refused)]
    [InlineData("US-CA", 181, ConsentReason.Refused)]
    [InlineData("DE", 181, ConsentReason.Refused)]
    [InlineData("DE", 182, ConsentReason.Expired)]
    public void A_refusal_never_lapses_where_the_visitor_had_to_object(string region, int days, ConsentReason reason)
    {
        var facts = new ConsentFacts { Region = region };
        var decision = Decisions.Decide(ConsentChoice.RejectAll, facts: facts);

        Assert.Equal(reason, Decisions.Evaluate(decision, facts: facts, at: Decisions.Now.AddDays(days))["stats"].Reason);
        // Also where a vendor was added since.
        Assert.Equal(reason == ConsentReason.Refused && region == "US-CA", !Decisions.Evaluate(decision, Changed, facts, Decisions.Now.AddDays(days)).NeedsDecision);
        Assert.Equal(region == "US-CA" ? 400 : 182, DecisionLifetime.Of(new(Registries.Site, Decisions.Rules, facts, decision, Decisions.Now)).TotalDays);
    }

    [Fact]
    public void A_change_asks_again_for_its_category_alone()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll), Changed);

        Assert.Equal(ConsentReason.Changed, state["analytics"].Reason);
        Assert.Equal(ConsentReason.Given, state["ads"].Reason);
        Assert.True(state.NeedsDecision);
    }

    [Fact]
    public void A_decision_from_elsewhere_goes_before_the_model_and_never_before_a_lock()
    {
        var facts = new ConsentFacts { External = new(Decisions.Now, new Dictionary<string, bool>(StringComparer.Ordinal) { ["analytics"] = true, ["marketing"] = false, ["functional"] = true }) };

        var undecided = Decisions.Evaluate(null, facts: facts);
        Assert.Equal((true, ConsentReason.External), (undecided.IsGranted("stats"), undecided["stats"].Reason));
        Assert.Equal((false, ConsentReason.External), (undecided.IsGranted("ads"), undecided["ads"].Reason));
        Assert.Equal(ConsentPrompt.None, undecided.Prompt);
        Assert.Equal(Decisions.Now, undecided.DecidedAt);
        Assert.False(Decisions.Evaluate(null, facts: facts with { Age = AgeSignal.Under13 }).IsGranted("stats"));
        Assert.False(Decisions.Evaluate(null, facts: new() { Region = "US-CA", External = facts.External }).IsGranted("ads"));
    }

    [Fact]
    public void The_order_of_declarations_does_not_matter()
    {
        var other = Registries.Build(options =>
        {
            Registries.Vendor(options, "newsletter", "marketing", VendorRole.Processor);
            Registries.Vendor(options, "ads", "marketing", VendorRole.ThirdParty);
            Registries.Vendor(options, "stats", "analytics", VendorRole.Processor);
            Registries.Vendor(options, "chat", "functional", VendorRole.Processor);
            options.Registry.DeclareCategory("research", category => category.Name = "Research");
        });
        var decision = Decisions.Decide(ConsentChoice.Only("analytics").With("ads", true));

        Assert.True(Decisions.Evaluate(decision).IsSameAs(Decisions.Evaluate(decision, other)));
    }
}
