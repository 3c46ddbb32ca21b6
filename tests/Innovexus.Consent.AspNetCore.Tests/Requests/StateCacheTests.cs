using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.AspNetCore.Tests;

public class StateCacheTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly ConsentRegistry Registry = Build();

    private static readonly ConsentRules Rules = new();

    [Fact]
    public void The_same_facts_and_text_give_the_same_state_and_others_another()
    {
        var cache = new StateCache(Registry, Rules);
        var text = Text(ConsentChoice.AcceptAll, Now);
        var state = cache.Get(ConsentFacts.Unknown, Request(text), "ic_consent", Now).State;

        Assert.Same(state, cache.Get(new(), Request(text), "ic_consent", Now.AddDays(181)).State);
        foreach (var facts in new ConsentFacts[]
        {
            new() { Region = "DE" }, new() { GlobalPrivacyControl = true }, new() { SignalOverridden = true }, new() { Age = AgeSignal.Under13 }, new() { Restricted = true },
        })
        {
            var own = cache.Get(facts, Request(text), "ic_consent", Now).State;
            Assert.NotSame(state, own);
            Assert.True(own.IsSameAs(ConsentEvaluator.Evaluate(Registry, Rules, facts, ConsentCookie.Parse(text), Now)));
        }

        Assert.NotSame(state, cache.Get(new(), Request(), "ic_consent", Now).State);
    }

    [Fact]
    public void A_state_holds_no_longer_than_its_decision_and_not_before_it()
    {
        var cache = new StateCache(Registry, Rules);
        var text = Text(ConsentChoice.AcceptAll, Now);
        string[] Granted(DateTimeOffset at) => [.. cache.Get(ConsentFacts.Unknown, Request(text), "ic_consent", at).State.Granted];

        // A clock that is set back and forth among them.
        foreach (var at in new[] { Now, Now.AddDays(182), Now.AddDays(1), Now.AddDays(-1), Now.AddDays(181), Now.AddDays(400), Now })
        {
            Assert.Equal([.. ConsentEvaluator.Evaluate(Registry, Rules, ConsentFacts.Unknown, ConsentCookie.Newest([text], at), at).Granted], Granted(at));
        }
    }

    [Fact]
    public void Of_more_visitors_than_it_holds_each_gets_their_own()
    {
        var cache = new StateCache(Registry, Rules);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 3_000; i++)
            {
                var choice = i % 2 == 0 ? ConsentChoice.AcceptAll : ConsentChoice.RejectAll;
                Assert.Equal(i % 2 == 0, cache.Get(ConsentFacts.Unknown, Request(Text(choice, Now.AddSeconds(-i))), "ic_consent", Now).State.IsGranted("stats"));
            }
        }
    }

    [Fact]
    public void Cookies_that_cannot_be_read_push_out_nobodys_state()
    {
        var cache = new StateCache(Registry, Rules);
        var text = Text(ConsentChoice.AcceptAll, Now);
        var (decided, undecided) = (cache.Get(ConsentFacts.Unknown, Request(text), ConsentCookie.Name, Now).State, cache.Get(ConsentFacts.Unknown, Request(), ConsentCookie.Name, Now).State);

        for (var i = 0; i < 5_000; i++)
        {
            // What was not decided, cut off, or of the future.
            Assert.Same(undecided, cache.Get(ConsentFacts.Unknown, Request($"noise{i}"), ConsentCookie.Name, Now).State);
            Assert.Same(undecided, cache.Get(ConsentFacts.Unknown, Request($"v1.{i}.granted_analytics"), ConsentCookie.Name, Now).State);
            cache.Get(ConsentFacts.Unknown, Request(Text(ConsentChoice.AcceptAll, Now.AddDays(1).AddSeconds(i))), ConsentCookie.Name, Now);
        }

        Assert.Same(decided, cache.Get(ConsentFacts.Unknown, Request(text), ConsentCookie.Name, Now).State);
    }

    [Fact]
    public void Ever_new_decisions_push_out_nothing_that_is_asked_for()
    {
        var cache = new StateCache(Registry, Rules);
        var text = Text(ConsentChoice.AcceptAll, Now);
        var state = cache.Get(ConsentFacts.Unknown, Request(text), ConsentCookie.Name, Now).State;

        for (var i = 1; i <= 5_000; i++)
        {
            cache.Get(ConsentFacts.Unknown, Request(Text(ConsentChoice.AcceptAll, Now.AddSeconds(-i))), ConsentCookie.Name, Now);
            if (i % 500 == 0)
            {
                Assert.Same(state, cache.Get(ConsentFacts.Unknown, Request(text), ConsentCookie.Name, Now).State);
            }
        }
    }

    [Fact]
    public void No_text_of_a_cookie_reads_as_a_part_of_the_facts()
    {
        // Every pair of facts and text that the other one's could read as.
        var text = Text(ConsentChoice.AcceptAll, Now);
        foreach (var age in Enum.GetValues<AgeSignal>())
        {
            foreach (var (signal, overridden, restricted) in from a in new[] { true, false } from b in new[] { true, false } from c in new[] { true, false } select (a, b, c))
            {
                var cache = new StateCache(Registry, Rules);
                var facts = new ConsentFacts { Region = "US", GlobalPrivacyControl = signal, SignalOverridden = overridden, Restricted = restricted, Age = age };
                var granted = cache.Get(new() { Region = "US-CA" }, Request(text), ConsentCookie.Name, Now).State;

                foreach (var before in new[] { "CA ", "CA", "-CA ", "\u0001CA ", "US-CA" })
                {
                    Assert.NotSame(granted, cache.Get(facts, Request(before + text), ConsentCookie.Name, Now).State);
                }
            }
        }
    }

    [Fact]
    public void What_a_host_tells_of_a_visitor_and_several_cookies_are_not_kept()
    {
        var cache = new StateCache(Registry, Rules);
        var told = new ConsentFacts { External = new(Now, new Dictionary<string, bool>(StringComparer.Ordinal) { ["stats"] = true }) };

        Assert.True(cache.Get(told, Request(), "ic_consent", Now).State.IsGranted("stats"));
        Assert.False(cache.Get(new(), Request(), "ic_consent", Now).State.IsGranted("stats"));
        Assert.True(cache.Get(new(), Request(Text(ConsentChoice.RejectAll, Now.AddDays(-1)), Text(ConsentChoice.AcceptAll, Now)), "ic_consent", Now).State.IsGranted("stats"));
    }

    private static HttpRequest Request(params string[] texts)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = string.Join("; ", texts.Select(text => $"ic_consent={text}"));
        return request;
    }

    private static string Text(ConsentChoice choice, DateTimeOffset at) =>
        ConsentCookie.Format(ChoiceResolver.Decide(new(Registry, Rules, ConsentFacts.Unknown, null, at), choice));

    private static ConsentRegistry Build()
    {
        var options = new ConsentOptions { Controller = new() { Name = "Innovexus" }, PrivacyPolicyPath = "/privacy" };
        options.Registry.DeclareVendor("stats", "analytics", vendor => (vendor.Name, vendor.Purpose) = ("Stats", "Tests"));
        return RegistryBuilder.Build(options);
    }
}
