using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class PrivacyChoicesTests : BunitContext
{
    private static readonly ConsentFacts California = new() { Region = "US-CA" };

    [Theory]
    [InlineData(PrivacyChoicesWording.YourPrivacyChoices, "Your Privacy Choices", true)]
    [InlineData(PrivacyChoicesWording.YourCaliforniaPrivacyChoices, "Your California Privacy Choices", true)]
    [InlineData(PrivacyChoicesWording.DoNotSellOrShare, "Do Not Sell or Share My Personal Information", false)]
    public void Link_has_the_prescribed_words_and_the_icon_where_it_belongs(PrivacyChoicesWording wording, string words, bool icon)
    {
        new FakePage().In(this);

        var link = Render<PrivacyChoicesLink>(parameters => parameters.Add(link => link.Wording, wording).AddUnmatched("class", "small")).Find("a");

        Assert.Equal(words, link.TextContent.Trim());
        Assert.Equal(icon, link.QuerySelector("svg[aria-hidden]") is not null);
        Assert.Equal(("/_ic/privacy-choices", "small"), (link.GetAttribute("href"), link.GetAttribute("class")));
        // A policy may forbid styles.
        Assert.DoesNotContain("style=", link.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Only if you allow it", "opt-out")]
    [InlineData("US-CA", "Unless you opt out", "opt-out")]
    public void Before_anything_is_decided_one_click_opts_out(string? region, string words, string action)
    {
        Show(Decisions.Evaluate(null, facts: new() { Region = region }));

        var choices = Render<PrivacyChoices>();

        Assert.Contains(words, choices.Markup, StringComparison.Ordinal);
        Assert.Contains("ads Inc. and newsletter Inc.", choices.Markup, StringComparison.Ordinal);
        Assert.Equal(action, choices.Find("form[method=post] button").GetAttribute("value"));
        Assert.Empty(choices.FindAll("[data-ic-form]"));
    }

    [Fact]
    public void Opting_in_again_is_asked_for_and_then_confirmed()
    {
        Show(Decisions.Evaluate(Decisions.Decide(ConsentChoice.OptOut, facts: California), facts: California));
        var first = Render<PrivacyChoices>();
        Assert.Empty(first.FindAll("form[method=post]"));
        Assert.Equal(("step", "opt-in"), (first.Find("form[method=get] button").GetAttribute("name"), first.Find("form[method=get] button").GetAttribute("value")));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/?step=opt-in");
        var second = Render<PrivacyChoices>();

        Assert.Equal("yes", second.Find("form[method=post] [name=confirm]").GetAttribute("value"));
        Assert.Equal(["opt-in", null], second.FindAll("form[method=post] button").Select(button => button.GetAttribute("value")));
        Assert.Equal("/", second.Find("[name=return]").GetAttribute("value"));
    }

    [Theory]
    [InlineData(AgeSignal.Under13, false, "This stays off for young visitors.")]
    [InlineData(AgeSignal.Unknown, true, "You have restricted the use of your data")]
    public void What_age_or_a_restriction_locks_is_offered_to_nobody(AgeSignal age, bool restricted, string words)
    {
        Show(Decisions.Evaluate(null, facts: new() { Age = age, Restricted = restricted }));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?step=opt-in");

        var choices = Render<PrivacyChoices>();

        Assert.Contains(words, choices.Markup, StringComparison.Ordinal);
        Assert.Empty(choices.FindAll("button"));
    }

    [Fact]
    public void A_site_that_sells_nothing_says_so()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics"));
        new FakePage { Registry = registry, State = Decisions.Evaluate(null, registry) }.In(this);

        var choices = Render<PrivacyChoices>();

        Assert.Contains("does not sell or share", choices.Markup, StringComparison.Ordinal);
        Assert.Empty(choices.FindAll("button"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_there_is_no_server_the_runtime_takes_the_post_and_a_signal_cannot_be_set_aside(bool signal)
    {
        new FakePage { Standalone = true, State = Decisions.Evaluate(signal ? Decisions.Decide(ConsentChoice.RejectAll) : null, facts: California with { GlobalPrivacyControl = signal }) }.In(this);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?step=opt-in");

        var choices = Render<PrivacyChoices>();

        Assert.Equal(signal ? 0 : 1, choices.FindAll("form[data-ic-form] [value=opt-out]").Count);
        Assert.Empty(choices.FindAll("[value=opt-in]"));
    }

    [Fact]
    public void Where_there_is_no_server_each_step_is_left_only_once_it_was_taken()
    {
        var registry = Registries.Build(options =>
        {
            Registries.Declare(options);
            Registries.Vendor(options, "geo", "functional", configure: vendor => vendor.SensitiveData = true);
        });
        var limited = Decisions.Decide(ConsentChoice.LimitSensitiveData, registry, facts: California);
        new FakePage { Standalone = true, Registry = registry, State = Decisions.Evaluate(limited, registry, California) }.In(this);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?step=allow-sensitive");

        // The advertising, which is on, is another matter.
        var choices = Render<PrivacyChoices>();

        Assert.Equal("yes", choices.Find("form[data-ic-form] [name=confirm]").GetAttribute("value"));
        Assert.EndsWith("step=allow-sensitive", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signal_is_shown_as_honored_also_where_something_that_it_does_not_lock_is_on()
    {
        Show(Decisions.Evaluate(null, facts: California with { GlobalPrivacyControl = true }));

        var choices = Render<PrivacyChoices>();

        Assert.Contains("Opt-out request honored", choices.Markup, StringComparison.Ordinal);
        Assert.Contains("opt-out preference signal", choices.Markup, StringComparison.Ordinal);
        // The newsletter, which the signal is not about, can be opted out of all the same.
        Assert.Equal("opt-out", choices.Find("form[method=post] button").GetAttribute("value"));
    }

    private void Show(ConsentState state) => new FakePage { State = state }.In(this);
}
