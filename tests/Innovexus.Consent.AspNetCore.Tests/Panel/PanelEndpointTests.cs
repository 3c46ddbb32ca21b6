using System.Net;
using static Innovexus.Consent.AspNetCore.Tests.Panels;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the state is, and why.</summary>
public class PanelEndpointTests
{
    [Fact]
    public async Task Without_a_decision_it_says_what_is_not_known_and_what_follows()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host.Browser());

        Assert.Equal("unknown", answer.Entry("facts", "name", "Region").Text("value"));
        Assert.Contains("No resolver is set up", answer.Entry("facts", "name", "Region").Text("why"), StringComparison.Ordinal);
        Assert.Equal("OptIn: analytics marketing", answer.Entry("facts", "name", "Models").Text("value"));
        Assert.Contains("would lock ads", answer.Entry("facts", "name", "Signal").Text("why"), StringComparison.Ordinal);
        Assert.Equal("none", answer.Entry("facts", "name", "Decision").Text("value"));
        Assert.Equal("the banner", answer.Entry("facts", "name", "Shown").Text("value"));
        Assert.Equal("NotDecided", answer.Entry("verdicts", "id", "stats").Text("reason"));
        Assert.Contains("the model is OptIn", answer.Entry("verdicts", "id", "stats").Text("why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_told_with_its_time_its_end_and_what_it_was_made_about()
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await AskAsync(browser, null, ("Sec-GPC", "1"));

        Assert.Equal("made 2026-11-24 12:00:00 UTC", answer.Entry("facts", "name", "Decision").Text("value"));
        Assert.Contains("until 2027-05-25 12:00:00 UTC", answer.Entry("facts", "name", "Decision").Text("why"), StringComparison.Ordinal);
        Assert.Contains("about the same", answer.Entry("facts", "name", "Declarations").Text("why"), StringComparison.Ordinal);
        var category = answer.Entry("categories", "id", "analytics");
        Assert.Equal(category.Text("fingerprint"), category.Text("decided"));
        Assert.Contains("Processor", category.GetProperty("material").Text("stats"), StringComparison.Ordinal);
        Assert.True(answer.Entry("verdicts", "id", "stats").GetProperty("granted").GetBoolean());
        Assert.Contains("2026-11-24", answer.Entry("verdicts", "id", "stats").Text("why"), StringComparison.Ordinal);
        Assert.Contains("Global Privacy Control", answer.Entry("verdicts", "id", "ads").Text("why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_the_region_is_known_is_told()
    {
        await using var host = await Host.StartAsync(environment: "Development", after: services =>
            Microsoft.Extensions.DependencyInjection.ConsentRegionBuilderExtensions.AddRegionHeader(
                Microsoft.Extensions.DependencyInjection.ConsentServiceCollectionExtensions.AddConsent(services), RegionHeader.Cloudflare));

        var found = await AskAsync(host.Browser(), null, ("CF-IPCountry", "DE"));
        var lost = await AskAsync(host.Browser());

        Assert.Equal("DE", found.Entry("facts", "name", "Region").Text("value"));
        Assert.Contains("The header CF-IPCountry", found.Entry("facts", "name", "Region").Text("why"), StringComparison.Ordinal);
        Assert.Contains("Asked in vain: The header CF-IPCountry", lost.Entry("facts", "name", "Region").Text("why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_sites_are_refused()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(Request("{}"))).StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"stored\":[[\"\\ud800\",\"\\ud800\"]]}", HttpStatusCode.BadRequest)]
    [InlineData("{\"stored\":7,\"requests\":[[1,2],[\"Script\"],[\"Script\",\"nowhere\"],[\"Nothing\",\"https://x.example\"]]}", HttpStatusCode.OK)]
    public async Task Whatever_comes_has_a_clear_outcome(string body, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        Assert.Equal(status, (await host.Browser().SendAsync(Request(body))).StatusCode);
    }

    [Fact]
    public async Task A_huge_report_is_refused()
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Browser().SendAsync(Request(new string(' ', 300 * 1024)))).StatusCode);
    }
}
