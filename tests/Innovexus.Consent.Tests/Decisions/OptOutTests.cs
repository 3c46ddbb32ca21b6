namespace Innovexus.Consent.Tests;

public class OptOutTests
{
    private static readonly ConsentFacts California = new() { Region = "US-CA" };

    private static readonly ConsentRegistry WithLaterVendors = Registries.Build(options =>
    {
        Registries.Declare(options);
        Registries.Vendor(options, "pixel", "analytics", VendorRole.ThirdParty);
        options.Registry.DeclareCategory("partners", category => category.Name = "Partners");
        Registries.Vendor(options, "partner", "partners", VendorRole.ThirdParty);
    });

    [Fact]
    public void An_opt_out_refuses_sale_and_targeted_advertising_and_nothing_else()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptOut, facts: California), facts: California);

        Assert.Equal(["ads", "marketing", "newsletter"], state.Verdicts.Where(verdict => verdict.Reason == ConsentReason.Refused).Select(verdict => verdict.Id).Order());
        Assert.True(state.IsGranted("stats") && state.IsGranted("chat"));
        Assert.Equal(ConsentPrompt.None, state.Prompt);
    }

    [Fact]
    public void An_opt_out_holds_for_vendors_that_are_declared_later()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptOut, facts: California), WithLaterVendors, California, Decisions.Now.AddDays(1000));

        Assert.Equal(ConsentReason.Refused, state["pixel"].Reason);
        Assert.Equal((ConsentReason.Refused, ConsentReason.Refused), (state["partners"].Reason, state["partner"].Reason));
        Assert.True(state.IsGranted("stats"));
    }

    [Fact]
    public void One_vendor_allowed_in_the_preferences_after_an_opt_out_stays_the_only_one()
    {
        var optedOut = Decisions.Decide(ConsentChoice.OptOut, facts: California);
        var changed = Decisions.Decide(ConsentChoice.Change("ads", true), current: optedOut, facts: California);

        var state = Decisions.Evaluate(changed, WithLaterVendors, California);
        Assert.True(state.IsGranted("ads"));
        Assert.False(state.IsGranted("pixel") || state.IsGranted("partner"));
    }

    [Fact]
    public void A_clock_that_is_set_back_loses_no_objection_and_a_damaged_text_neither()
    {
        var optedOut = Decisions.Decide(ConsentChoice.OptOut, facts: California);
        var refused = Decisions.Decide(ConsentChoice.RejectAll, facts: California);
        var before = Decisions.Now.AddDays(-1);

        Assert.Equal(ConsentReason.Refused, Decisions.Evaluate(ConsentCookie.Newest([ConsentCookie.Format(optedOut)], before), facts: California, at: before)["ads"].Reason);
        Assert.Equal(ConsentReason.Refused, Decisions.Evaluate(refused, facts: California, at: before)["stats"].Reason);
        // Where it was made meanwhile, too.
        Assert.Equal(OptOuts.Sale, Decisions.Decide(ConsentChoice.Change("chat", false), current: optedOut, facts: California, at: before).OptOuts);
        Assert.Equal(ConsentReason.NotDecided, Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll), at: before)["stats"].Reason);

        var text = ConsentCookie.Format(optedOut);
        for (var length = text.IndexOf(".granted", StringComparison.Ordinal) + 1; length < text.Length; length++)
        {
            var damaged = ConsentCookie.Parse(text[..length]);
            Assert.Equal((OptOuts.Sale, 0), (damaged!.OptOuts, damaged.Choices.Count));
        }
    }

    [Fact]
    public void A_change_of_one_id_forgets_nothing_that_was_refused_or_has_changed()
    {
        var refused = Decisions.Decide(ConsentChoice.RejectAll, facts: California);
        var account = new ConsentFacts { External = new(Decisions.Now.AddDays(-1), new Dictionary<string, bool>(StringComparer.Ordinal) { ["analytics"] = true }) };
        var changed = Registries.Build(options =>
        {
            Registries.Declare(options);
            Registries.Vendor(options, "heatmap", "analytics");
        });

        // Changed meanwhile, and not granted from elsewhere because of it.
        var later = Decisions.Decide(ConsentChoice.Change("chat", true), changed, Decisions.Decide(ConsentChoice.RejectAll), account);
        Assert.Equal(ConsentReason.Changed, Decisions.Evaluate(later, changed, account)["stats"].Reason);

        // Refused where one has to object, changed where one is asked, and long ago.
        var abroad = Decisions.Decide(ConsentChoice.Change("chat", true), current: refused, at: Decisions.Now.AddDays(200));
        Assert.True(Decisions.Evaluate(abroad, at: Decisions.Now.AddDays(200)).NeedsDecision);
        Assert.Equal(ConsentReason.Refused, Decisions.Evaluate(abroad, facts: California, at: Decisions.Now.AddDays(200))["stats"].Reason);
        Assert.Equal(400 - 30, (int)DecisionLifetime.Left(new(Registries.Site, Decisions.Rules, new() { Region = "DE" }, refused, Decisions.Now.AddDays(30))).TotalDays);
    }

    [Fact]
    public void Accepting_everything_under_a_lock_ends_no_objection()
    {
        var child = California with { Age = AgeSignal.Under13 };

        var accepted = Decisions.Decide(ConsentChoice.AcceptAll, current: Decisions.Decide(ConsentChoice.OptOut, facts: California), facts: child);

        Assert.Equal(OptOuts.Sale, accepted.OptOuts);
    }

    [Fact]
    public void Limiting_sensitive_data_holds_for_vendors_that_are_declared_later_and_leaves_the_rest()
    {
        ConsentRegistry With(params string[] ids) => Registries.Build(options =>
        {
            Registries.Declare(options);
            foreach (var id in ids)
            {
                Registries.Vendor(options, id, "functional", VendorRole.Processor, vendor => vendor.SensitiveData = true);
            }
        });
        var decision = Decisions.Decide(ConsentChoice.LimitSensitiveData, With("health"), facts: California);

        var state = Decisions.Evaluate(decision, With("health", "origin"), California);
        Assert.Equal(["health", "origin"], state.Verdicts.Where(verdict => verdict.Reason == ConsentReason.Refused).Select(verdict => verdict.Id));
        Assert.True(state.IsGranted("ads") && state.IsGranted("chat"));
        Assert.True(Decisions.Evaluate(Decisions.Decide(ConsentChoice.AllowSensitiveData, With("health"), decision, California), With("health"), California).IsGranted("health"));
    }

    [Fact]
    public void Only_accepting_everything_or_opting_in_ends_it()
    {
        var optedOut = Decisions.Decide(ConsentChoice.OptOut, facts: California);
        foreach (var (choice, ends) in new[]
        {
            (ConsentChoice.AcceptAll, true), (ConsentChoice.OptIn, true), (ConsentChoice.RejectAll, false), (ConsentChoice.Only("analytics"), false), (ConsentChoice.Change("chat", false), false),
        })
        {
            Assert.Equal(ends, Decisions.Decide(choice, current: optedOut, facts: California).OptOuts == OptOuts.None);
        }

        Assert.True(Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptIn, current: optedOut, facts: California), facts: California).IsGranted("ads"));
    }

    [Theory]
    [InlineData(364, false)]
    [InlineData(367, true)]
    public void Who_opted_out_is_not_asked_to_opt_back_in_for_twelve_months(int days, bool asked)
    {
        // Where marketing is opt-in, so that a refusal in the banner would be asked again after six months.
        var rules = new ConsentRules(null, new ConsentRulesOptions().SetModel("US-CA", "marketing", ConsentModel.OptIn));
        ConsentDecision Decide(ConsentChoice choice) => ChoiceResolver.Decide(new(Registries.Site, rules, California, null, Decisions.Now), choice);
        ConsentState After(ConsentDecision decision) => ConsentEvaluator.Evaluate(Registries.Site, rules, California, decision, Decisions.Now.AddDays(days));

        Assert.Equal(asked, After(Decide(ConsentChoice.OptOut)).NeedsDecision);
        Assert.True(After(Decide(ConsentChoice.RejectAll)).NeedsDecision);
        Assert.False(After(Decide(ConsentChoice.OptOut)).IsGranted("ads"));
    }

    [Fact]
    public void The_signal_that_a_browser_tells_scripts_locks_like_the_header_and_stays_over_later_choices()
    {
        var marked = new ConsentDecision(DateTimeOffset.UnixEpoch, new Dictionary<string, DecidedChoice>(), OptOuts.Signal);

        var state = Decisions.Evaluate(marked);
        Assert.Equal(ConsentReason.Signal, state["ads"].Reason);
        Assert.Equal((null, ConsentPrompt.Banner), (state.DecidedAt, state.Prompt));
        var accepted = Decisions.Decide(ConsentChoice.AcceptAll, current: marked);
        Assert.Equal(OptOuts.Signal, accepted.OptOuts);
        Assert.Equal((false, true), (Decisions.Evaluate(accepted).IsGranted("ads"), Decisions.Evaluate(accepted).IsGranted("stats")));
        Assert.Equal(400, DecisionLifetime.Of(new(Registries.Site, Decisions.Rules, ConsentFacts.Unknown, marked, Decisions.Now)).TotalDays);
    }

    [Fact]
    public void Knowingly_set_aside_the_signal_no_longer_locks_but_an_opt_out_still_counts()
    {
        var facts = California with { GlobalPrivacyControl = true, SignalOverridden = true };

        Assert.True(Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptIn, facts: facts), facts: facts).IsGranted("ads"));
        Assert.False(Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptOut, facts: facts), facts: facts).IsGranted("ads"));
        Assert.False(Decisions.Evaluate(null, facts: facts with { Age = AgeSignal.Under13 }).IsGranted("ads"));
    }
}
