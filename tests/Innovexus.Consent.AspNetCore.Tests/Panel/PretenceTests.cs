using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using static Innovexus.Consent.AspNetCore.Tests.Panels;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What a developer pretends counts in Development, and only there.</summary>
public class PretenceTests
{
    private const string All = "ic_pretend=region=US-CA&age=Adult&signal=on&language=de";

    [Fact]
    public async Task Region_age_and_signal_are_facts_and_the_panel_says_that_they_are_pretended()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host.Browser(), null, ("Cookie", All));

        Assert.Equal("US-CA", answer.Entry("facts", "name", "Region").Text("value"));
        Assert.Equal("Adult", answer.Entry("facts", "name", "Age").Text("value"));
        Assert.Equal("Global Privacy Control", answer.Entry("facts", "name", "Signal").Text("value"));
        Assert.All(["Region", "Age", "Signal"], name => Assert.Contains("Pretended on this panel", answer.Entry("facts", "name", name).Text("why"), StringComparison.Ordinal));
        Assert.Equal("Default", answer.Entry("verdicts", "id", "stats").Text("reason"));
        Assert.Equal("Signal", answer.Entry("verdicts", "id", "ads").Text("reason"));
        Assert.Equal("de", answer.GetProperty("pretence").Text("language"));
    }

    [Fact]
    public async Task A_page_follows_it()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", All);

        Assert.Contains("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.Equal("de", await browser.GetStringAsync("/language"));
    }

    [Fact]
    public async Task It_goes_before_what_the_site_tells_and_ends_with_the_request()
    {
        await using var host = await StartAsync(configure: options => options.Age = (_, _) => ValueTask.FromResult(AgeSignal.Under13));
        var before = CultureInfo.CurrentUICulture;

        Assert.Contains("stats", await GetAsync(host, "ic_pretend=region=US&age=Adult"), StringComparison.Ordinal);
        Assert.DoesNotContain("stats", await GetAsync(host, "other=1"), StringComparison.Ordinal);
        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Fact]
    public async Task A_site_that_follows_the_browsers_language_follows_the_pretended_one()
    {
        await using var host = await StartAsync(use: app => app.UseRequestLocalization("en", "fr"));
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", "ic_pretend=language=fr");

        Assert.Equal("fr", await browser.GetStringAsync("/language"));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_the_cookie_says_nothing(string environment)
    {
        await using var host = await StartAsync(environment);
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", All);

        Assert.DoesNotContain("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.NotEqual("de", await browser.GetStringAsync("/language"));
    }

    [Theory]
    [InlineData("ic_pretend=")]
    [InlineData("ic_pretend=region=EU&age=99&signal=1&language=no-such-language-at-all")]
    [InlineData("ic_pretend=%%%&=&")]
    public async Task What_makes_no_sense_pretends_nothing(string cookie)
    {
        await using var host = await StartAsync();

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await AskAsync(host.Browser(), null, ("Cookie", cookie))).GetProperty("pretence").ValueKind);
    }

    [Fact]
    public async Task The_log_says_once_that_it_is_on()
    {
        await using var host = await StartAsync(after: services => services.AddFakeLogging());

        await GetAsync(host, All);
        await GetAsync(host, All);

        Assert.Single(host.Services.GetFakeLogCollector().GetSnapshot(), record => record.Level == LogLevel.Warning && record.Message.Contains("ic_pretend", StringComparison.Ordinal));
    }

    private static async Task<string> GetAsync(Host host, string cookie)
    {
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return await browser.GetStringAsync("/state");
    }
}
