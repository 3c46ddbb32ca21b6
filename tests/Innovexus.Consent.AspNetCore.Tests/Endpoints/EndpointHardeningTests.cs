using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What every endpoint of the library keeps to.</summary>
public class EndpointHardeningTests
{
    [Theory]
    [InlineData("/_ic/preferences")]
    [InlineData("/_ic/preferences?fragment")]
    [InlineData("/_ic/privacy-choices")]
    [InlineData("/_ic/state")]
    [InlineData("/_ic/leaks")]
    public async Task Answers_are_stored_by_nobody_and_taken_for_what_they_are(string path)
    {
        await using var host = await Host.StartAsync(environment: "Development");

        var answer = await host.Browser().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("Cookie", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("same-origin", "accept-all", HttpStatusCode.SeeOther)]
    [InlineData("cross-site", "accept-all", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", "<script>alert(1)</script>", HttpStatusCode.BadRequest)]
    public async Task Posts_are_answered_in_the_same_way_and_nothing_sent_comes_back(string site, string action, HttpStatusCode status)
    {
        await using var host = await Host.StartAsync();
        using var browser = host.Client();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        var answer = await browser.PostAsync("/_ic/decision", Form(action, ("grant", "<b>7"), ("return", "//evil.example/<i>")));

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var all = answer + await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>7", all, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", all, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_the_output_cache_for_everything_stores_none_of_them()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(
            use: app => app.UseOutputCache(), services: services => services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromDays(9)))), clock: clock);
        var times = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var browser = host.Browser(new CookieContainer());
            await browser.PostAsync("/_ic/decision", Form("accept-all"));
            times.Add(System.Text.Json.JsonDocument.Parse(await browser.GetStringAsync("/_ic/state")).RootElement.GetProperty("decidedAt").ToString());
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.NotEqual(times[0], times[1]);
    }

    [Fact]
    public async Task The_statement_is_taken_for_what_it_is()
    {
        await using var host = await Host.StartAsync(options => options.GlobalPrivacyControlStatement = new(2026, 1, 1));

        Assert.Equal("nosniff", (await host.Browser().GetAsync("/.well-known/gpc.json")).Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.SeeOther)]
    [InlineData("posts", HttpStatusCode.TooManyRequests)]
    public async Task Posts_are_limited_by_the_hosts_own_limiter(string? policy, HttpStatusCode third)
    {
        await using var host = await Host.StartAsync(
            options => options.RateLimiterPolicy = policy,
            app => app.UseRateLimiter(),
            services => services.AddRateLimiter(options =>
            {
                options.RejectionStatusCode = 429;
                options.AddPolicy("posts", _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 2, Window = TimeSpan.FromDays(1) }));
            }));
        var browser = host.Browser();

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/_ic/decision", Form("accept-all"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await browser.PostAsync("/_ic/reports", Form("x"))).StatusCode);
        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(third, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        answer = await browser.PutAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/_ic/preferences")).StatusCode);
    }
}
