using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What Google's tags hear with Consent Mode, word for word, and when they run.</summary>
public class GoogleConsentModeTests(Chromium chromium, HostWithCatalogue host) : IClassFixture<HostWithCatalogue>
{
    private static readonly string[] First = ["document", Google.Default(false, false, false), Google.Redaction];

    [Fact]
    public async Task Before_a_choice_all_is_denied_and_nothing_is_fetched()
    {
        await using var walk = await StartAsync();

        await Google.AssertAsync(walk, First);
        Assert.Equal("G100", await Google.ConsentAsync(walk));
        Assert.Empty(walk.Foreign);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task On_a_grant_one_update_comes_before_the_tags()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Accept all");

        await Google.AssertAsync(walk, [.. First, Google.Update(true, true, true)], Google.Analytics, Google.Ads);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_choice_by_purpose_lets_only_its_tag_run()
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: true })");
        await walk.SettledAsync();

        await Google.AssertAsync(walk, [.. First, Google.Update(false, true, false)], Google.Analytics);
    }

    [Fact]
    public async Task A_refusal_is_one_update_and_nothing_is_fetched()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Reject all");

        await Google.AssertAsync(walk, [.. First, Google.Update(false, false, false)]);
        Assert.Empty(walk.Foreign);
    }

    [Fact]
    public async Task A_withdrawal_is_said_in_this_document_and_the_next_one_begins_with_it()
    {
        await using var walk = await StartAsync("/live-vendors");
        await Google.AcceptAndForgetAsync(walk);

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: false, marketing: false, functional: false })");
        await walk.Page.WaitForFunctionAsync("() => (sessionStorage.heard ?? '').includes('document')");
        await walk.SettledAsync();

        await Google.AssertAsync(walk, [Google.Update(false, false, false), .. First, Google.Update(false, false, false)]);
    }

    [Fact]
    public async Task A_visitor_who_returns_is_known_before_the_tags_run()
    {
        await using var walk = await StartAsync();
        await Google.AcceptAndForgetAsync(walk);

        await walk.OpenAsync("/live-vendors");

        await Google.AssertAsync(walk, ["document", Google.Default(true, true, true), Google.Redaction, Google.Update(true, true, true)], Google.Analytics, Google.Ads);
    }

    [Fact]
    public async Task Enhanced_navigation_says_nothing_anew()
    {
        await using var walk = await StartAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await Heard.ForgetAsync(walk);

        await walk.FollowAsync("/page-b");

        Assert.Empty(await Google.WordsAsync(walk));
    }

    [Fact]
    public async Task Global_Privacy_Control_keeps_the_types_of_advertising_denied_whatever_is_accepted()
    {
        await using var walk = await StartAsync(signals: true);

        await walk.ChooseAsync("Accept all");

        await Google.AssertAsync(walk, [.. First, Google.Update(false, true, true)], Google.Analytics);
    }

    [Theory]
    [InlineData(false, false, "G100")]
    [InlineData(true, false, "G110")]
    [InlineData(false, true, "G101")]
    [InlineData(true, true, "G111")]
    public async Task The_queue_gives_what_Google_documents_for_each_of_the_four_choices(bool ads, bool analytics, string expected)
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("choice => innovexusConsent.decide(choice)", new Dictionary<string, bool> { ["google-ads"] = ads, ["google-analytics"] = analytics });
        await walk.SettledAsync();

        await Google.AssertAsync(
            walk, [.. First, Google.Update(ads, analytics, false)], [.. (analytics ? [Google.Analytics] : Array.Empty<string[]>()), .. (ads ? [Google.Ads] : Array.Empty<string[]>())]);
        Assert.Equal(expected, await Google.ConsentAsync(walk));
    }

    private async Task<Walk> StartAsync(string path = "/live-vendors", bool signals = false) =>
        await Google.StartAsync(await Walk.StartAsync(chromium, host.Url), path, signals);
}
