using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What can go wrong without a server.</summary>
public class StandaloneTests(Chromium chromium, StandaloneHost host) : IClassFixture<StandaloneHost>
{
    [Theory]
    [InlineData("**/ic-net.js")]
    [InlineData("**/ic.js")]
    public async Task A_blocked_module_leaves_everything_optional_off_and_the_application_at_work(string file)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync(file, route => route.AbortAsync());

        await walk.Page.GotoAsync($"{host.Url}/live");

        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("WebAssembly");
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("denied: NotDecided");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(await walk.RanAsync());
        Assert.DoesNotContain(walk.Errors, error => error.Contains("Unhandled exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_style_that_does_not_come_leaves_a_plain_banner_that_works()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/ic.css", route => route.AbortAsync());
        await walk.OpenAsync("/live");

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_is_told_and_the_choice_counts_for_the_document()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddInitScriptAsync("Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });");
        await walk.OpenAsync("/live");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("keeps no cookies");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(["live"], await walk.RanAsync());
    }

    [Fact]
    public async Task What_a_vendor_must_hear_first_is_said_before_anything_of_it_runs()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live");

        await walk.ChooseAsync("Accept all");

        Assert.Equal("[[\"requireConsent\"],[\"setConsentGiven\"]]", await walk.Page.EvaluateAsync<string>("JSON.stringify(window._paq)"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task The_browsers_signal_locks_what_is_sold_or_shared()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });");
        await walk.OpenAsync("/live");
        await walk.ChooseAsync("Accept all");

        Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('three')"));
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('one')"));
        await walk.OpenSettingsAsync();
        await Assertions.Expect(walk.Dialog).ToContainTextAsync("opt-out preference signal");
    }
}
