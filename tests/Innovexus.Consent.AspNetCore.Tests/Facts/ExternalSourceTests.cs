using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>When a store that answers later is asked for an account's decision, and what knows of its answer.</summary>
public class ExternalSourceTests
{
    [Fact]
    public async Task Everything_in_an_endpoint_knows_what_a_store_answers_later()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics");
        });
        Keep(host, ConsentChoice.Only("analytics"), Host.Clock().GetUtcNow().AddDays(-1));
        var anna = SignedIn(host);

        Assert.Equal("behind the guard", await anna.GetStringAsync("/guarded"));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser().GetAsync("/guarded")).StatusCode);
        Assert.Contains("\"granted\":[\"necessary\",\"consent\",\"analytics\",\"stats\"]", await anna.GetStringAsync("/page"), StringComparison.Ordinal);
        Assert.Contains("\"stats\":\"External\"", await anna.GetStringAsync("/_ic/state"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", await anna.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_before_the_store_was_asked_is_told_that_nothing_is_granted_and_how_to_ask()
    {
        await using var host = await StartAsync(
            use: app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    context.Response.Headers["X-Hasty"] = string.Join(' ', context.GetConsent().Granted);
                    return next(context);
                });
                app.Use(async (context, next) =>
                {
                    context.Response.Headers["X-Patient"] = string.Join(' ', (await context.GetConsentAsync()).Granted);
                    await next(context);
                });
            },
            services: services => services.AddFakeLogging());
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await browser.GetAsync("/state");

        Assert.Equal((None, All, All), (Header("X-Hasty"), Header("X-Patient"), await answer.Content.ReadAsStringAsync()));
        // It may have been said to anybody.
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("call await context.GetConsentAsync()", Assert.Single(Logged(host, nameof(ConsentDiagnostics))).Message, StringComparison.Ordinal);

        string Header(string name) => answer.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task Who_decides_before_the_store_was_asked_is_not_told_to_wait()
    {
        await using var host = await StartAsync(
            use: app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    var framework = context.Features.Get<ITrackingConsentFeature>()!;
                    framework.CreateConsentCookie();
                    framework.WithdrawConsent();
                    return next(context);
                });
            },
            services: services => services.AddFakeLogging());

        Assert.Equal(None, await SignedIn(host).GetStringAsync("/state"));
        Assert.Empty(Logged(host, nameof(ConsentDiagnostics)));
    }

    [Fact]
    public async Task Signing_in_between_asks_about_who_is_there_now()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                var user = context.User;
                context.User = new ClaimsPrincipal();
                await context.GetConsentAsync();
                context.User = user;
                await next(context);
            });
        });
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow());
        var browser = host.Browser(new CookieContainer());
        SignIn(browser);

        Assert.Equal(None, await browser.GetStringAsync("/state"));
        Assert.Equal(["", "anna"], Accounts.Of(host).Asked.TakeLast(2));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/shop", "")]
    [InlineData("", "https")]
    public async Task What_the_account_refuses_stays_refused_when_the_address_becomes_known_later(string pathBase, string scheme)
    {
        await using var host = await StartAsync(use: app =>
        {
            app.Use(async (context, next) =>
            {
                await context.GetConsentAsync();
                await next(context);
            });
            app.UsePathBase(pathBase);
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
            app.UseRouting();
        });
        var browser = host.Browser(new CookieContainer());
        if (scheme.Length > 0)
        {
            browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        }

        var decided = await browser.PostAsync($"{pathBase}/_ic/decision", Form("accept-all"));
        // The names differ with the address, so that the cookie is sent whatever the scheme of the test's own address is.
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", decided.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        Assert.Equal(All, await browser.GetStringAsync($"{pathBase}/state"));
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow().AddDays(1));
        SignIn(browser);

        Assert.Equal(None, await browser.GetStringAsync($"{pathBase}/state"));
    }

    [Fact]
    public async Task The_source_has_a_scope_of_its_own()
    {
        await using var host = await StartAsync(
            use: app => app.MapGet("/scope", (IExternalConsentSource own, Accounts accounts) => $"{accounts.Readers.Count} {accounts.Readers.Contains(own)}"));

        Assert.Equal("1 False", await SignedIn(host).GetStringAsync("/scope"));
    }

    [Fact]
    public async Task A_choice_that_was_given_up_while_the_source_was_asked_is_not_kept()
    {
        using var leaves = new CancellationTokenSource();
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                if (context.Request.Path == "/leaves")
                {
                    Accounts.Of(context.RequestServices).OnRead = leaves.Cancel;
                    await Assert.ThrowsAsync<OperationCanceledException>(
                        () => context.RequestServices.GetRequiredService<IConsentService>().DecideAsync(ConsentChoice.AcceptAll, leaves.Token));
                    return;
                }

                await next(context);
            });
        });
        var browser = SignedIn(host);

        Assert.False((await browser.GetAsync("/leaves")).Headers.Contains("Set-Cookie"));
        Assert.Equal(None, await browser.GetStringAsync("/state"));
    }

    [Theory]
    [InlineData(ContentSecurityMode.Off)]
    [InlineData(ContentSecurityMode.Enforce)]
    public async Task Static_assets_ask_nobody(ContentSecurityMode mode)
    {
        await using var host = await StartAsync(options => options.ContentSecurity = mode, app => app
            .MapGet("/asset.js", () => "asset")
            .WithMetadata(new StaticAssetDescriptor { AssetPath = "asset.js", Route = "asset.js", Properties = [], ResponseHeaders = [], Selectors = [] }));

        Assert.Equal("asset", await SignedIn(host).GetStringAsync("/asset.js"));
        Assert.Empty(Accounts.Of(host).Asked);
    }

    [Fact]
    public async Task Output_cache_keeps_an_accounts_visitor_apart()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).CacheOutput();
        });
        Keep(host, ConsentChoice.AcceptAll, Host.Clock().GetUtcNow());

        Assert.Equal(None, await host.Browser().GetStringAsync("/cached"));
        Assert.Equal(All, await SignedIn(host).GetStringAsync("/cached"));
        Assert.Equal(None, await host.Browser().GetStringAsync("/cached"));
    }
}
