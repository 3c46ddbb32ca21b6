using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A store that fails or never answers takes a decision from nobody.</summary>
public class SourceFailureTests
{
    [Theory]
    [InlineData(false, "accept-all")]
    [InlineData(false, "reject-all")]
    [InlineData(true, "reject-all")]
    public async Task A_decision_stands_whatever_the_store_does(bool hangs, string action)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(
            use: app => app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("An error."))), services: services => services.AddFakeLogging(), clock: clock);
        using var failures = Failures(host);
        var browser = SignedIn(host);
        var accounts = Accounts.Of(host);
        (accounts.FailsToSave, accounts.HangsToSave) = (!hangs, hangs);

        var answering = browser.PostAsync("/_ic/decision", Form(action));
        if (hangs)
        {
            await accounts.SaveBegan.Task;
            clock.Advance(TimeSpan.FromSeconds(4));
        }

        var answer = await answering;
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_consent=v1", StringComparison.Ordinal));
        Assert.Equal(action == "accept-all" ? All : None, await browser.GetStringAsync("/state"));
        Assert.Equal([$"external {(hangs ? "timeout" : "failed")}"], failures.GetMeasurementSnapshot().Select(Text));
        var logged = Assert.Single(Logged(host, nameof(SourceFailures)));
        Assert.DoesNotContain("anna@example.com", logged.Message, StringComparison.Ordinal);
        Assert.Null(logged.Exception);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_cannot_be_read_leaves_the_browsers_decision_alone(bool hangs)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock, services: services => services.AddFakeLogging());
        using var failures = Failures(host);
        var accounts = Accounts.Of(host);
        foreach (var (action, expected) in new[] { ("accept-all", All), ("reject-all", None) })
        {
            var browser = SignedIn(host);
            await browser.PostAsync("/_ic/decision", Form(action));
            (accounts.FailsToRead, accounts.HangsToRead) = (!hangs, hangs);

            var answering = browser.GetAsync("/state");
            if (hangs)
            {
                await accounts.ReadBegan.Task;
                clock.Advance(TimeSpan.FromSeconds(4));
            }

            var answer = await answering;
            Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            Assert.True(answer.Headers.CacheControl!.Private);
            (accounts.FailsToRead, accounts.HangsToRead, accounts.ReadBegan) = (false, false, new());
        }

        Assert.Equal(Enumerable.Repeat($"external {(hangs ? "timeout" : "failed")}", 2), failures.GetMeasurementSnapshot().Select(Text));
        // One a minute is enough of a log.
        Assert.Single(Logged(host, nameof(SourceFailures)));
    }

    [Theory]
    [InlineData("refuse", "ads", "accept-all")]
    [InlineData("refuse", "ads", "reject-all")]
    [InlineData("allow", "ads", "reject-all")]
    public async Task A_change_while_the_account_cannot_be_read_does_not_replace_its_refusal(string verb, string id, string before)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(
            options => options.Rules.SetModel("US", "analytics", ConsentModel.NoticeOnly),
            app => app.MapPost("/change", async (IConsentService consent) => string.Join(' ', (await consent.DecideAsync(ConsentChoice.Change(id, verb == "allow"))).Granted)),
            all => all.AddConsent().AddRegionResolver(_ => "US"),
            clock);
        using var failures = Failures(host);
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form(before));
        clock.Advance(TimeSpan.FromDays(1));
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        var kept = Accounts.Of(host).Texts["anna"];
        clock.Advance(TimeSpan.FromDays(1));
        SignIn(browser);
        Accounts.Of(host).FailsToRead = true;

        var answer = await (await browser.PostAsync("/change", null)).Content.ReadAsStringAsync();
        Accounts.Of(host).FailsToRead = false;

        var asked = verb == "allow" ? $"{None} {id}" : None;
        Assert.Equal((asked, kept), (answer, Accounts.Of(host).Texts["anna"]));
        Assert.Equal(asked, await browser.GetStringAsync("/state"));
        Assert.Equal(None, await SignedIn(host).GetStringAsync("/state"));
        Assert.Equal("external lost", Text(failures.GetMeasurementSnapshot()[^1]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_accounts_objection_as_a_whole_outlasts_a_refusal_made_while_it_is_not_known(bool asked)
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                if (asked)
                {
                    await context.GetConsentAsync();
                }

                context.Features.Get<ITrackingConsentFeature>()!.WithdrawConsent();
                await next(context);
            });
        });
        Keep(host, ConsentChoice.OptOut, Host.Clock().GetUtcNow().AddDays(-1));
        var accounts = Accounts.Of(host);
        accounts.FailsToRead = true;

        await SignedIn(host).GetAsync("/state");

        Assert.True(ExternalConsent.TryParse(accounts.Texts["anna"], out var kept));
        Assert.Equal((OptOuts.Sale | OptOuts.Sensitive, Host.Clock().GetUtcNow()), (kept.Decision.OptOuts, kept.DecidedAt));
    }
}
