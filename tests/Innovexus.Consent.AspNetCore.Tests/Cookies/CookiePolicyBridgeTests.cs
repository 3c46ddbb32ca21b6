using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>ASP.NET Core's own consent feature and cookie policy beside this library.</summary>
public class CookiePolicyBridgeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_frameworks_feature_answers_by_our_state(bool withPolicy)
    {
        await using var host = await StartAsync(withPolicy);
        var browser = host.Browser(new CookieContainer());

        Assert.Equal("False True", await browser.GetStringAsync("/feature"));
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        Assert.Equal("False True", await browser.GetStringAsync("/feature"));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal("True True", await browser.GetStringAsync("/feature"));
        await browser.PostAsync("/_ic/decision", Form("reject-all"));
        Assert.Equal("False True", await browser.GetStringAsync("/feature"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Granting_and_withdrawing_there_is_accepting_and_rejecting_all_here(bool withPolicy)
    {
        await using var host = await StartAsync(withPolicy);
        var browser = host.Browser(new CookieContainer());

        await browser.GetAsync("/grant");
        Assert.Equal("ads analytics consent marketing necessary needs stats stats-cookies", await GrantedAsync(browser));
        Assert.Equal("True True", await browser.GetStringAsync("/feature"));
        await browser.GetAsync("/withdraw");
        Assert.Equal("consent necessary needs", await GrantedAsync(browser));
        Assert.Equal("False True", await browser.GetStringAsync("/feature"));
    }

    [Fact]
    public async Task A_script_can_set_the_cookie_that_accepts_all()
    {
        await using var host = await StartAsync(withPolicy: false);

        var cookie = await host.Browser().GetStringAsync("/cookie");
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        Assert.StartsWith("ic_consent=v1.", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_policy_declared_cookies_follow_their_vendor_and_others_the_policy()
    {
        await using var host = await StartAsync(withPolicy: true);
        var browser = host.Browser(new CookieContainer());

        // Nothing decided: what is necessary by declaration or by its options, and deletions.
        Assert.Equal(["essential", "gone", "needed"], await NamesAsync(browser));
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        Assert.Equal(["_st", "essential", "gone", "needed"], await NamesAsync(browser));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(["_st", "essential", "gone", "needed", "plain"], await NamesAsync(browser));
    }

    [Fact]
    public async Task A_yes_to_the_policys_own_cookie_is_no_yes_to_ours()
    {
        await using var host = await StartAsync(withPolicy: true);
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", ".AspNet.Consent=yes");

        Assert.Equal(["essential", "gone", "needed"], await NamesAsync(browser));
        Assert.Equal("False True", await browser.GetStringAsync("/feature"));
    }

    [Fact]
    public async Task The_host_may_hold_back_more()
    {
        await using var host = await StartAsync(withPolicy: true, more: options =>
        {
            options.OnAppendCookie = context => context.IssueCookie &= context.CookieName != "needed";
            options.OnDeleteCookie = context => context.IssueCookie = false;
        });

        Assert.Equal(["essential"], await NamesAsync(host.Browser()));
    }

    [Fact]
    public async Task A_policy_that_asks_for_no_consent_keeps_nothing_back_and_declared_cookies_are_still_filtered()
    {
        await using var host = await StartAsync(withPolicy: true, asks: false);

        Assert.Equal(["essential", "gone", "needed", "plain"], await NamesAsync(host.Browser()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Options_that_are_out_of_reach_are_told_in_development(bool ownOptions)
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                if (ownOptions)
                {
                    app.UseCookiePolicy(new CookiePolicyOptions { CheckConsentNeeded = _ => true });
                }
                else
                {
                    app.UseCookiePolicy();
                }
            },
            services: services => services.AddFakeLogging().Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = ownOptions ? null : _ => true),
            environment: "Development");

        await host.Browser().GetAsync("/state");

        Assert.Equal(ownOptions, host.Services.GetFakeLogCollector().GetSnapshot().Any(record => record.Message.Contains("Options were passed to UseCookiePolicy itself", StringComparison.Ordinal)));
    }

    private static async Task<string> GrantedAsync(HttpClient browser) => string.Join(' ', (await browser.GetStringAsync("/state")).Split(' ').Order(StringComparer.Ordinal));

    private static async Task<string[]> NamesAsync(HttpClient browser) =>
        [.. (await browser.GetAsync("/set")).Headers.GetValues("Set-Cookie").Select(value => value.Split('=')[0]).Order(StringComparer.Ordinal)];

    private static Task<Host> StartAsync(bool withPolicy, bool asks = true, Action<CookiePolicyOptions>? more = null) => Host.StartAsync(
        use: app =>
        {
            if (withPolicy)
            {
                app.UseCookiePolicy();
            }

            app.MapGet("/feature", (HttpContext context) => Feature(context) is var feature ? $"{feature.CanTrack} {feature.IsConsentNeeded}" : "");
            app.MapGet("/grant", (HttpContext context) => Feature(context).GrantConsent());
            app.MapGet("/withdraw", (HttpContext context) => Feature(context).WithdrawConsent());
            app.MapGet("/cookie", (HttpContext context) => Feature(context).CreateConsentCookie());
            app.MapGet("/set", (HttpContext context) =>
            {
                context.Response.Cookies.Append("_st", "1");
                context.Response.Cookies.Append("needed", "1");
                context.Response.Cookies.Append("plain", "1");
                context.Response.Cookies.Append("essential", "1", new() { IsEssential = true });
                context.Response.Cookies.Delete("gone");
                return "set";
            });
        },
        services: services => services.Configure<CookiePolicyOptions>(options =>
        {
            options.CheckConsentNeeded = asks ? _ => true : null;
            more?.Invoke(options);
        }),
        after: all => all.AddConsent()
            .AddVendor("needs", "necessary", vendor =>
            {
                (vendor.Name, vendor.Purpose) = ("Needs", "Tests");
                vendor.AddCookie("needed", "Tests");
            })
            .AddVendor("stats-cookies", "analytics", vendor =>
            {
                (vendor.Name, vendor.Purpose, vendor.Role) = ("Stats cookies", "Tests", VendorRole.Processor);
                vendor.AddCookie("_st", "Tests");
            }));

    private static ITrackingConsentFeature Feature(HttpContext context) => context.Features.GetRequiredFeature<ITrackingConsentFeature>();
}
