using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class PolicyNoticeTests
{
    private static readonly PolicyVersion First = new() { Id = "2025", Effective = new(2025, 1, 1), Summary = "First", Material = true };

    [Fact]
    public async Task A_material_change_is_told_until_the_visitor_has_seen_it()
    {
        await using var host = await StartAsync(First, new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "We keep less.", Material = true }, new() { Id = "2026-12", Effective = new(2026, 12, 1), Summary = "Typos" });
        var browser = host.Browser(new CookieContainer());
        var page = await browser.GetStringAsync("/notice");
        Assert.Contains("We keep less.", page, StringComparison.Ordinal);
        Assert.Contains("It took effect on 1", page, StringComparison.Ordinal);
        Assert.Contains("role=\"status\"", page, StringComparison.Ordinal);

        var seen = await browser.PostAsync("/_ic/decision", Form("acknowledge", ("version", "2026-11"), ("return", "/notice")));

        Assert.Equal("/notice", seen.Headers.Location!.ToString());
        Assert.DoesNotContain("We keep less.", await browser.GetStringAsync("/notice"), StringComparison.Ordinal);
        // It is no consent.
        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
        Assert.Single(seen.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_policy=2026-11;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, 12, 1, true)]
    [InlineData(2026, 11, 24, false)]
    [InlineData(2025, 11, 24, false)]
    public async Task Who_decided_under_a_version_or_comes_a_year_later_is_not_told(int year, int month, int day, bool told)
    {
        await using var host = await StartAsync(new PolicyVersion { Id = "x", Effective = new(year, month, day), Summary = "We keep less.", Material = true });
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("reject-all"));

        Assert.Equal(told, (await browser.GetStringAsync("/notice")).Contains("We keep less.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_page_that_caches_keep_the_notice_waits_hidden_until_the_browser_knows_the_visitor()
    {
        await using var host = await StartAsync(options => options.CacheablePages = true, First with { Effective = new(2026, 11, 1) });
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("acknowledge", ("version", "2025")));

        Assert.Contains("hidden", await browser.GetStringAsync("/notice"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"policy\"", await browser.GetStringAsync("/_ic/state"), StringComparison.Ordinal);
        Assert.Contains("\"policy\":\"2025\"", await host.Browser().GetStringAsync("/_ic/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_version_is_not_remembered()
    {
        await using var host = await StartAsync(First);

        var answer = await host.Browser().PostAsync("/_ic/decision", Form("acknowledge", ("version", "x; Domain=evil")));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Versions_that_cannot_be_told_apart_or_say_nothing_stop_the_start()
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => StartAsync(new PolicyVersion { Id = "a b", Effective = new(2026, 1, 1), Summary = "x" }, new() { Id = "2026", Effective = default, Summary = " " }, new() { Id = "2026", Effective = new(2026, 1, 1), Summary = "x" }));

        Assert.Equal(4, exception.Problems.Count);
        Assert.Contains(exception.Problems, problem => problem.Message.Contains("declared twice", StringComparison.Ordinal));
    }

    private static Task<Host> StartAsync(params PolicyVersion[] versions) => StartAsync(_ => { }, versions);

    private static Task<Host> StartAsync(Action<ConsentServerOptions> configure, params PolicyVersion[] versions) => Host.StartAsync(
        options =>
        {
            configure(options);
            foreach (var version in versions)
            {
                options.PolicyVersions.Add(version);
            }
        },
        app => app.MapGet("/notice", () => new RazorComponentResult<PolicyChangeNotice>()));
}
