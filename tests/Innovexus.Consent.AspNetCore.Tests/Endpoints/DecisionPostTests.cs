using System.Net;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class DecisionPostTests
{
    // Rendered: what the form says was on. Posted: the switches that are on. Stats and tests are analytics.
    [Theory]
    [InlineData("was=&category=&vendor=", "")]
    [InlineData("was=&category=analytics&vendor=", "analytics stats tests")]
    [InlineData("was=analytics&category=&vendor=stats,tests", "")]
    [InlineData("was=analytics&category=analytics&vendor=tests", "analytics tests")]
    [InlineData("was=&category=&vendor=stats", "stats")]
    [InlineData("was=analytics&category=analytics&vendor=", "analytics")]
    [InlineData("was=&category=marketing&vendor=stats", "stats marketing ads")]
    [InlineData("was=marketing&category=marketing&vendor=", "marketing")]
    public async Task A_changed_category_carries_its_vendors_and_one_left_alone_lets_their_switches_count(string form, string granted)
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        // Whatever the cookie says meanwhile: what was rendered comes with the form.
        await browser.PostAsync("/_ic/decision", Form(form.Length % 2 == 0 ? "accept-all" : "reject-all"));

        var fields = form.Split('&').Select(field => field.Split('=')).SelectMany(field => field[1].Split(',').Select(value => (field[0], value)));
        await browser.PostAsync("/_ic/decision", Form("save", [.. fields]));

        Assert.Equal($"necessary consent {granted}".Trim(), await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Change_touches_the_named_ids_only()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "marketing")));

        await browser.PostAsync("/_ic/decision", Form("change", ("grant", "tests"), ("refuse", "ads")));

        Assert.Equal("necessary consent tests marketing", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Change_before_any_decision_leaves_the_rest_undecided()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();

        await browser.PostAsync("/_ic/decision", Form("change", ("grant", "tests")));

        Assert.Equal("necessary consent tests", await browser.GetStringAsync("/state"));
        Assert.Contains("data-ic-banner", await browser.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_of_what_is_unknown_grants_nothing()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();

        await browser.PostAsync("/_ic/decision", Form("change", ("grant", "nonsense")));

        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Change_of_nothing_names_the_fix()
    {
        await using var host = await StartAsync();

        var answer = await host.Browser().PostAsync("/_ic/decision", Form("change"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'grant' or 'refuse'", await Problem(answer), StringComparison.Ordinal);
    }

    private static Task<Host> StartAsync() => Host.StartAsync(services: services => services.AddConsent().AddVendor("tests", "analytics", vendor =>
    {
        vendor.Name = "Split tests";
        vendor.Purpose = "Compares two pages";
        vendor.Role = VendorRole.Processor;
    }));
}
