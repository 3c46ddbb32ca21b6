using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What counts of the decisions of an account and of its browsers, and what of a browser's the account keeps.</summary>
public class AccountDecisionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_newer_decision_counts_be_it_a_grant_or_a_refusal_and_travels_to_the_other_browser(bool granted)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock);
        var (phone, desk) = (SignedIn(host), SignedIn(host));
        await phone.PostAsync("/_ic/decision", Form(granted ? "reject-all" : "accept-all"));
        Assert.Equal(granted ? None : All, await desk.GetStringAsync("/state"));

        clock.Advance(TimeSpan.FromDays(1));
        await desk.PostAsync("/_ic/decision", Form(granted ? "accept-all" : "reject-all"));

        // The phone's own cookie says otherwise, and is older.
        var answer = await phone.GetAsync("/state");
        Assert.Equal(granted ? All : None, await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal(granted ? All : None, await SignedIn(host).GetStringAsync("/state"));
        // A withdrawal of one thing leaves the rest.
        clock.Advance(TimeSpan.FromDays(1));
        await phone.PostAsync("/_ic/decision", Form("change", ("refuse", "ads")));
        Assert.Equal(granted ? All[..^4] : None, await desk.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Another_rule_is_the_sites_choice()
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(options => options.Rules.ExternalPrecedence = ConsentPrecedence.RefusalFirst, clock: clock);
        var browser = host.Browser(new CookieContainer());
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromDays(1));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(All, await browser.GetStringAsync("/state"));

        SignIn(browser);
        Assert.Equal(None, await browser.GetStringAsync("/state"));
        // Where the visitor says so again, knowing who is asked, it counts for both.
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(All, await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task The_frameworks_own_consent_is_saved_without_waiting_in_it()
    {
        await using var host = await StartAsync(use: app => app.MapPost("/framework", (HttpContext context) => context.Features.Get<ITrackingConsentFeature>()!.GrantConsent()));
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow().AddDays(-1));
        var browser = SignedIn(host);

        await browser.PostAsync("/framework", null);

        Assert.Equal(All, await browser.GetStringAsync("/state"));
        Assert.Equal(All, await SignedIn(host).GetStringAsync("/state"));
    }

    [Fact]
    public async Task What_is_decided_in_front_of_the_authentication_is_saved_for_who_is_signed_in_after_it()
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.Use((context, next) =>
                {
                    context.Features.Get<ITrackingConsentFeature>()!.WithdrawConsent();
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "anna")], "test"));
                    return next(context);
                });
            },
            services: all => all.AddConsent().AddExternalConsentSource<Account>().Services.AddSingleton<Accounts>());
        Keep(host, ConsentChoice.AcceptAll, Host.Clock().GetUtcNow().AddDays(-1));

        await host.Browser().GetAsync("/state");

        Assert.True(ExternalConsent.TryParse(Accounts.Of(host).Texts["anna"], out var kept));
        Assert.DoesNotContain(true, kept.Choices.Values);
    }
}
