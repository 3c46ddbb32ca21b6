namespace Innovexus.Consent.Tests;

/// <summary>This browser's decision and one from elsewhere: which counts, in every combination, and what a further choice makes of both.</summary>
public class StandingChoicesTests
{
    private static readonly DateTimeOffset Now = Decisions.Now;

    // Some of each model: opt-in, opt-out, and (by the rules below) a notice.
    private static readonly string?[] Regions = [null, "DE", "CH", "US-CA", "GB"];

    private static readonly string[] Vendors = ["chat", "stats", "ads", "newsletter"];

    public enum Made
    {
        Nothing,
        Accept,
        Refuse,
        // Of one vendor only; the rest is undecided.
        Partial,
    }

    public enum Elsewhere
    {
        Older,
        Newer,
        SameTime,
        // Impossible times: a clock that is wrong, or a planted cookie.
        OfTheFuture,
        HereOfTheFuture,
    }

    public static TheoryData<ConsentPrecedence, Elsewhere> Combinations =>
        [.. Enum.GetValues<ConsentPrecedence>().SelectMany(_ => Enum.GetValues<Elsewhere>(), (rule, time) => (rule, time))];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_combination_counts_as_the_rule_says(ConsentPrecedence rule, Elsewhere time)
    {
        var rules = Rules(rule);
        var count = 0;
        foreach (var (region, here, external, asText) in
            from region in Regions
            from here in Enum.GetValues<Made>()
            from external in Enum.GetValues<Made>()
            from asText in new[] { true, false }
            select (region, here, external, asText))
        {
            var made = Now.AddDays(-10);
            var facts = new ConsentFacts { Region = region };
            var decision = Decision(here, facts, time == Elsewhere.HereOfTheFuture ? Now.AddDays(2) : made);
            var at = time switch
            {
                Elsewhere.Older => made.AddDays(-1),
                Elsewhere.Newer => made.AddDays(1),
                Elsewhere.OfTheFuture => Now.AddDays(1),
                _ => made,
            };
            var told = facts with { External = External(external, facts, at, asText) };
            var state = ConsentEvaluator.Evaluate(Registries.Site, rules, told, decision, Now);
            foreach (var id in Vendors)
            {
                _ = Registries.Site.TryGetVendor(id, out var vendor);
                _ = Registries.Site.TryGetCategory(vendor!.Category, out var category);
                var expected = Expected(rule, time, Of(here, id), Of(external, id)) ?? rules.GetModel(facts, category!) != ConsentModel.OptIn;
                Assert.True(expected == state.IsGranted(id), $"{rule} {time} {region} here {here} elsewhere {external} {id} {state[id]}");
                count++;
            }
        }

        Assert.Equal(5 * 4 * 4 * 2 * 4, count);
    }

    // What a reader of the rules would say.
    private static bool? Expected(ConsentPrecedence rule, Elsewhere time, bool? here, bool? external)
    {
        // One of the future grants nothing; what it refuses stays refused.
        if (time == Elsewhere.OfTheFuture && external is { } later)
        {
            return later ? here : false;
        }

        if (time == Elsewhere.HereOfTheFuture && here is { } planted)
        {
            return planted ? external : false;
        }

        if (here is null || external is null || here == external)
        {
            return here ?? external;
        }

        return rule switch
        {
            ConsentPrecedence.Newest => time switch
            {
                Elsewhere.Older => here,
                Elsewhere.Newer => external,
                _ => false,
            },
            ConsentPrecedence.RefusalFirst => false,
            _ => here == false && time == Elsewhere.Older ? false : external,
        };
    }

    private static bool? Of(Made made, string id) => made switch
    {
        Made.Accept => true,
        Made.Refuse => false,
        Made.Partial when id == "stats" => true,
        _ => null,
    };

    [Theory]
    [InlineData(181, true, ConsentReason.External)]
    [InlineData(182, false, ConsentReason.Expired)]
    public void A_decision_from_elsewhere_ends_as_one_made_here_does(int days, bool granted, ConsentReason reason)
    {
        var external = External(Made.Accept, ConsentFacts.Unknown, Now, asText: true);

        var state = Decisions.Evaluate(null, facts: new() { External = external }, at: Now.AddDays(days));

        Assert.Equal((granted, reason, !granted), (state.IsGranted("stats"), state["stats"].Reason, state.NeedsDecision));
        // A refusal lasts where the visitor had to object, and its vendor's category is asked again where consent is needed.
        var refused = External(Made.Refuse, ConsentFacts.Unknown, Now, asText: true);
        Assert.False(Decisions.Evaluate(null, facts: new() { Region = "US-CA", External = refused }, at: Now.AddDays(1000)).IsGranted("stats"));
    }

    [Fact]
    public void What_was_refused_and_is_to_be_asked_again_is_granted_by_newer_decisions_alone()
    {
        var refused = Decisions.Decide(ConsentChoice.RejectAll, at: Now.AddDays(-200));
        bool Granted(int days, ConsentPrecedence rule) => ConsentEvaluator.Evaluate(
            Registries.Site, Rules(rule), new() { External = External(Made.Accept, ConsentFacts.Unknown, Now.AddDays(-days), asText: false) }, refused, Now).IsGranted("stats");

        foreach (var rule in Enum.GetValues<ConsentPrecedence>())
        {
            Assert.Equal(rule != ConsentPrecedence.RefusalFirst, Granted(1, rule));
            Assert.False(Granted(200, rule));
            Assert.False(Granted(201, rule));
        }
    }

    [Theory]
    [InlineData(ConsentPrecedence.Newest, true)]
    [InlineData(ConsentPrecedence.RefusalFirst, false)]
    [InlineData(ConsentPrecedence.ExternalFirst, false)]
    public void Where_refusals_of_the_account_go_first_they_do_so_when_they_are_old_too(ConsentPrecedence rule, bool granted)
    {
        var here = Decisions.Decide(ConsentChoice.AcceptAll, at: Now.AddDays(-1));
        var state = ConsentEvaluator.Evaluate(
            Registries.Site, Rules(rule), new() { External = External(Made.Refuse, ConsentFacts.Unknown, Now.AddDays(-200), asText: true) }, here, Now);

        Assert.Equal(granted, state.IsGranted("stats"));
        // Nobody is asked for ever by a store that takes no answer.
        Assert.False(state.NeedsDecision);
    }

    [Fact]
    public void The_text_of_a_decision_tells_what_it_was_made_about_and_carries_objections_as_a_whole()
    {
        var later = Registries.Build(options =>
        {
            Registries.Declare(options);
            Registries.Vendor(options, "heatmap", "analytics");
            Registries.Vendor(options, "pixel", "functional", VendorRole.ThirdParty);
        });
        var accepted = External(Made.Accept, ConsentFacts.Unknown, Now, asText: true);
        Assert.Equal(ConsentReason.Changed, Decisions.Evaluate(null, later, new() { External = accepted })["stats"].Reason);

        var california = new ConsentFacts { Region = "US-CA" };
        var optedOut = Text(ExternalConsent.Of(Decisions.Decide(ConsentChoice.OptOut, facts: california), signalled: false));
        var state = Decisions.Evaluate(null, later, california with { External = optedOut });
        Assert.Equal((false, false, true), (state.IsGranted("ads"), state.IsGranted("pixel"), state.IsGranted("stats")));
    }

    [Fact]
    public void The_browsers_signal_stays_its_own_and_is_an_opt_out_for_the_account()
    {
        var california = new ConsentFacts { Region = "US-CA" };
        var marked = SignalLock.Mark(Decisions.Decide(ConsentChoice.AcceptAll, facts: california), true);

        var state = Decisions.Evaluate(null, facts: california with { External = Text(ExternalConsent.Of(marked, signalled: false)) });
        Assert.Equal((false, true), (state["ads"].Locked, state.IsGranted("ads")));
        var kept = ExternalConsent.Of(Decisions.Decide(ConsentChoice.AcceptAll, facts: california with { GlobalPrivacyControl = true }), signalled: true);
        Assert.Equal(OptOuts.Sale, Text(kept).Decision.OptOuts);
        Assert.False(Decisions.Evaluate(null, facts: california with { External = Text(kept) }).IsGranted("ads"));
    }

    [Theory]
    [InlineData(ConsentPrecedence.Newest)]
    [InlineData(ConsentPrecedence.RefusalFirst)]
    [InlineData(ConsentPrecedence.ExternalFirst)]
    public void A_choice_about_one_thing_makes_nothing_newer_that_was_overruled(ConsentPrecedence rule)
    {
        var here = Decisions.Decide(ConsentChoice.AcceptAll, at: Now.AddDays(-10));
        var facts = new ConsentFacts { External = External(Made.Refuse, ConsentFacts.Unknown, Now.AddDays(-5), asText: true) };

        var decision = ChoiceResolver.Decide(new(Registries.Site, Rules(rule), facts, here, Now), ConsentChoice.Change("chat", true));

        var state = ConsentEvaluator.Evaluate(Registries.Site, Rules(rule), facts with { External = null }, decision, Now);
        Assert.Equal((true, false, false, false), (state.IsGranted("chat"), state.IsGranted("stats"), state.IsGranted("ads"), state.IsGranted("newsletter")));
    }

    [Fact]
    public void A_choice_about_one_thing_keeps_what_the_account_allows_and_objects_to()
    {
        var california = new ConsentFacts { Region = "US-CA" };
        var facts = california with { External = ExternalConsent.Of(Decisions.Decide(ConsentChoice.OptOut, facts: california, at: Now.AddDays(-5)), signalled: false) };

        var decision = ChoiceResolver.Decide(new(Registries.Site, Decisions.Rules, facts, null, Now), ConsentChoice.Change("chat", false));

        Assert.Equal(OptOuts.Sale, decision.OptOuts);
        Assert.False(Decisions.Evaluate(decision, facts: california).IsGranted("ads"));
        var granted = new ConsentFacts { External = External(Made.Accept, ConsentFacts.Unknown, Now.AddDays(-5), asText: false) };
        var changed = ChoiceResolver.Decide(new(Registries.Site, Decisions.Rules, granted, null, Now), ConsentChoice.Change("chat", false));
        Assert.Equal((true, false), (Decisions.Evaluate(changed).IsGranted("stats"), Decisions.Evaluate(changed).IsGranted("chat")));
    }

    [Fact]
    public void Where_the_account_cannot_be_read_the_decision_made_here_stands_and_nothing_runs_unasked()
    {
        var facts = new ConsentFacts { Region = "US-CA", External = ExternalConsent.Unreadable };
        foreach (var rule in Enum.GetValues<ConsentPrecedence>())
        {
            ConsentState Of(ConsentDecision? decision) => ConsentEvaluator.Evaluate(Registries.Site, Rules(rule), facts, decision, Now);

            Assert.True(Of(Decisions.Decide(ConsentChoice.AcceptAll)).IsGranted("ads"));
            Assert.False(Of(Decisions.Decide(ConsentChoice.RejectAll)).IsGranted("ads"));
            // The account may have refused it.
            Assert.False(Of(null).IsGranted("ads"));
        }

        Assert.True(Decisions.Evaluate(null, facts: new() { External = ExternalConsent.Unreadable }).NeedsDecision);
    }

    [Fact]
    public void Where_the_account_cannot_be_read_who_grants_everything_one_by_one_objects_to_nothing()
    {
        var facts = new ConsentFacts { Region = "US-CA", External = ExternalConsent.Unreadable };
        var registry = Registries.Build(Registries.Declare);
        string[] all = [.. registry.Vendors.Where(vendor => vendor.Category != ConsentCategories.Necessary).Select(vendor => vendor.Id)];

        Assert.Equal(OptOuts.None, Decisions.Decide(ConsentChoice.Only(all), facts: facts).OptOuts);
        Assert.NotEqual(OptOuts.None, Decisions.Decide(ConsentChoice.Only(all[..1]), facts: facts).OptOuts);
        Assert.Equal(OptOuts.Sale | OptOuts.Sensitive, Decisions.Decide(ConsentChoice.RejectAll, facts: facts).OptOuts);
    }

    [Fact]
    public void Where_the_account_cannot_be_read_refusing_the_rest_ends_no_objection_that_it_may_hold()
    {
        var facts = new ConsentFacts { Region = "US-CA", External = ExternalConsent.Unreadable };
        var later = Registries.Build(options =>
        {
            Registries.Declare(options);
            Registries.Vendor(options, "auction", "auctions", VendorRole.ThirdParty);
            options.Registry.DeclareCategory("auctions", category => category.Name = "Auctions");
        });
        ConsentState Later(ConsentChoice choice, ConsentFacts known) =>
            Decisions.Evaluate(Decisions.Decide(choice, facts: known), later, new() { Region = "US-CA" });

        Assert.False(Later(ConsentChoice.RejectAll, facts).IsGranted("auction"));
        Assert.True(Later(ConsentChoice.RejectAll, new() { Region = "US-CA" }).IsGranted("auction"));
        // What is granted with the same choice still is.
        Assert.True(Later(ConsentChoice.Only("ads"), facts).IsGranted("ads"));
        Assert.True(Later(ConsentChoice.AcceptAll, facts).IsGranted("auction"));
    }

    [Theory]
    [InlineData(Made.Accept, Made.Refuse, -1, AccountPrecedence.Browser)]
    [InlineData(Made.Accept, Made.Refuse, 1, AccountPrecedence.Account)]
    [InlineData(Made.Refuse, Made.Accept, 1, AccountPrecedence.Account)]
    [InlineData(Made.Accept, Made.Accept, 1, null)]
    [InlineData(Made.Partial, Made.Accept, 1, null)]
    [InlineData(Made.Nothing, Made.Refuse, 1, null)]
    [InlineData(Made.Refuse, Made.Nothing, 1, null)]
    public void A_contradiction_is_told_with_what_counts(Made here, Made external, int days, object? precedence)
    {
        var decision = Decision(here, ConsentFacts.Unknown, Now.AddDays(-10));
        var facts = new ConsentFacts { External = External(external, ConsentFacts.Unknown, Now.AddDays(-10 + days), asText: true) };
        AccountConflict? Conflict(ConsentFacts of) => AccountConflict.Of(new(Registries.Site, Decisions.Rules, of, decision, Now), Decisions.Evaluate(decision, facts: of));

        Assert.Equal(precedence, Conflict(facts)?.Precedence);
        Assert.Null(Conflict(facts with { Restricted = true }));
        // Another one where either was decided anew.
        var later = facts with { External = External(external, ConsentFacts.Unknown, Now.AddDays(-1), asText: true) };
        Assert.True(precedence is null || Conflict(later)!.Mark != Conflict(facts)!.Mark);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("analytics")]
    [InlineData("v1.x.granted.refused.")]
    public void What_is_no_decisions_text_is_none(string? text)
    {
        Assert.False(ExternalConsent.TryParse(text, out var consent));
        Assert.Null(consent);
    }

    private static ConsentRules Rules(ConsentPrecedence precedence) =>
        new(null, new ConsentRulesOptions { ExternalPrecedence = precedence }.SetModel("GB", "analytics", ConsentModel.ExemptWithObjection));

    private static ConsentDecision? Decision(Made made, ConsentFacts facts, DateTimeOffset at) => Choice(made) is { } choice ? Decisions.Decide(choice, facts: facts, at: at) : null;

    private static ConsentChoice? Choice(Made made) => made switch
    {
        Made.Accept => ConsentChoice.AcceptAll,
        Made.Refuse => ConsentChoice.RejectAll,
        Made.Partial => ConsentChoice.Change("stats", true),
        _ => null,
    };

    // As the library hands it to be kept, or as a site writes it down by itself.
    private static ExternalConsent? External(Made made, ConsentFacts facts, DateTimeOffset at, bool asText) =>
        Decision(made, facts, at) is not { } decision ? null
        : asText ? Text(ExternalConsent.Of(decision, signalled: false))
        : new(at, ExternalConsent.Of(decision, signalled: false).Choices);

    private static ExternalConsent Text(ExternalConsent consent) => ExternalConsent.TryParse(consent.ToString(), out var parsed) ? parsed : throw new InvalidOperationException();
}
