using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class DecisionEndpointTests
{
    [Fact]
    public async Task Accept_is_kept_and_sent_back_to_path_and_query()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all", ("return", "/pricing?plan=2")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/pricing?plan=2", answer.Headers.Location!.ToString());
        Assert.Equal("necessary consent analytics stats marketing ads", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Save_allows_what_is_checked_and_ignores_unknown_ids()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics"), ("category", "nonsense"), ("category", "necessary")));

        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Script_gets_the_new_state()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Accept.Add(new("application/json"));

        var answer = await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        using var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["necessary", "consent", "analytics", "stats"], state.RootElement.GetProperty("granted").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("Refused", state.RootElement.GetProperty("reasons").GetProperty("ads").GetString());
        Assert.False(state.RootElement.GetProperty("banner").GetBoolean());
        Assert.Equal(1795521600000, state.RootElement.GetProperty("asOf").GetInt64());
    }

    [Fact]
    public async Task Choice_lasts_for_six_months_and_survives_a_new_server()
    {
        var clock = Host.Clock();
        var cookies = new CookieContainer();
        await using (var first = await Host.StartAsync(clock: clock))
        {
            await first.Browser(cookies).PostAsync("/_ic/decision", Form("reject-all"));
        }

        clock.Advance(TimeSpan.FromDays(181));
        await using var second = await Host.StartAsync(clock: clock);
        Assert.DoesNotContain("ic-banner", await Body(second.Browser(cookies), "/page"), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("ic-banner", await Body(second.Browser(cookies), "/page"), StringComparison.Ordinal);

        static async Task<string> Body(HttpClient browser, string path)
        {
            var page = await browser.GetStringAsync(path);
            return page[page.IndexOf("<body", StringComparison.Ordinal)..];
        }
    }

    [Fact]
    public async Task A_visit_never_extends_a_choice()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(clock: clock);
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        for (var day = 0; day < 181; day += 20)
        {
            foreach (var path in new[] { "/page", "/state", "/_ic/state", "/_ic/preferences", "/_ic/privacy-choices" })
            {
                Assert.False((await browser.GetAsync(path)).Headers.Contains("Set-Cookie"), path);
            }

            clock.Advance(TimeSpan.FromDays(20));
        }

        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        await using var host = await Host.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Browser().GetAsync("/_ic/decision")).StatusCode);
    }

    [Fact]
    public async Task Fallback_policies_and_antiforgery_do_not_lock_visitors_out()
    {
        await using var host = await Host.StartAsync(
            services: services =>
            {
                services.AddAuthentication("none").AddCookie("none");
                services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            use: app =>
            {
                app.UseRouting();
                app.UseAuthorization();
                app.UseAntiforgery();
            });

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Browser().PostAsync("/_ic/decision", Form("accept-all"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/_ic/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().GetAsync("/state")).StatusCode);
    }

    [Fact]
    public async Task A_signal_holds_on_the_post_too()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");

        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        browser.DefaultRequestHeaders.Remove("Sec-GPC");

        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
    }
}
