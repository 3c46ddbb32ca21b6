using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using static Innovexus.Consent.AspNetCore.Tests.Panels;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What brings the banner back, as far as the server sees it: each with its fix.</summary>
public class BannerChecksTests
{
    [Fact]
    public async Task Where_all_is_well_nothing_is_said()
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await AskAsync(browser, new { seen = true });

        Assert.All(answer.GetProperty("checks").EnumerateArray(), check => Assert.Equal(System.Text.Json.JsonValueKind.Null, check.GetProperty("problem").ValueKind));
    }

    [Theory]
    [InlineData("http", true, "Forward the scheme")]
    [InlineData("https", false, "Use https up to the browser")]
    public async Task A_scheme_that_is_not_the_pages(string forwarded, bool https, string fix)
    {
        await using var host = await StartAsync(use: app => app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto }));

        var answer = await AskAsync(host.Browser(), new { https }, ("X-Forwarded-Proto", forwarded));

        Assert.Contains(fix, answer.Entry("checks", "name", "Secure").Text("fix"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_is_not_the_hosts()
    {
        await using var host = await StartAsync(configure: options => options.CookieDomain = "example.com");

        Assert.Contains("no parent domain of the host that was asked for, 'localhost'", (await AskAsync(host.Browser())).Entry("checks", "name", "Domain").Text("problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_cookies_of_the_name()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host.Browser(), new { seen = true }, ("Cookie", "ic_consent=v1.1764000000000.granted.refused.; ic_consent=v1.1764000000001.granted.refused."));

        Assert.Contains("2 cookies named 'ic_consent'", answer.Entry("checks", "name", "Duplicates").Text("problem"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ic_consent=v1.1764000000000.granted.refused.", false, "Readable by scripts", "HttpOnly")]
    [InlineData("other=1", true, "Arrives at the server", "the request came without it")]
    public async Task A_cookie_that_only_one_side_sees(string cookie, bool seen, string name, string problem)
    {
        await using var host = await StartAsync();

        Assert.Contains(problem, (await AskAsync(host.Browser(), new { seen }, ("Cookie", cookie))).Entry("checks", "name", name).Text("problem"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ic_consent=v1.1764000000000.granted", "Value", "no whole decision")]
    [InlineData("ic_consent=v1.1899999999999.granted.refused.", "The server's clock", "takes for the future")]
    [InlineData("ic_consent=v1.1500000000000.granted_analyticsAAAA.refused.", "Lifetime", "asked again")]
    public async Task A_decision_that_does_not_count(string cookie, string name, string problem)
    {
        await using var host = await StartAsync();

        Assert.Contains(problem, (await AskAsync(host.Browser(), new { seen = true }, ("Cookie", cookie))).Entry("checks", "name", name).Text("problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_about_other_declarations_is_told_by_its_fingerprint()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host.Browser(), new { seen = true }, ("Cookie", $"ic_consent=v1.{Host.Clock().GetUtcNow().ToUnixTimeMilliseconds()}.granted_analyticsAAAA.refused."));

        Assert.Equal("AAAA", answer.Entry("categories", "id", "analytics").Text("decided"));
        Assert.Contains("made about AAAA", answer.Entry("verdicts", "id", "analytics").Text("why"), StringComparison.Ordinal);
        Assert.Contains("analytics about AAAA", answer.Entry("facts", "name", "Declarations").Text("why"), StringComparison.Ordinal);
    }
}
