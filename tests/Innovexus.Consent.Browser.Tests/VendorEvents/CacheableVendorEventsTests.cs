namespace Innovexus.Consent.Browser.Tests;

/// <summary>Where a page does not know its visitor until it has asked.</summary>
public class CacheableVendorEventsTests(Chromium chromium, HostWithCacheableEvents host) : IClassFixture<HostWithCacheableEvents>
{
    [Fact]
    public async Task A_visitor_who_returns_is_seen_once_the_page_knows_who_it_is()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/live");
        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "meter", "meter load /live");
        var release = await walk.HoldAsync("**/_ic/state");
        await walk.Page.GotoAsync(host.Url + "/live-b");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent");

        await walk.Page.EvaluateAsync("() => { innovexusConsent.track('early') }");
        // Time for one that does not wait: the module is here.
        await walk.Page.EvaluateAsync("import(document.querySelector('[data-ic-track]').dataset.icTrack).then(() => new Promise(requestAnimationFrame)).then(() => 1)");
        release.SetResult();

        await Told.AssertAsync(walk, "meter", "meter load /live", "meter load /live-b", "meter early {}");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"), """plain {"event":"early","with":[{}]}""");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task What_a_page_says_in_Csharp_is_lost_since_the_page_is_all_visitors()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/told");

        await walk.ChooseAsync("Accept all");

        await Told.AssertAsync(walk, "plain", Told.View("/told"));
    }
}

/// <summary>Where nobody hears of events.</summary>
public class NoVendorEventsTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Fact]
    public async Task Nothing_is_loaded_and_an_event_is_nothing()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/live");
        await walk.ChooseAsync("Accept all");

        await walk.Page.EvaluateAsync("innovexusConsent.track('event', { plan: 'pro' })");

        Assert.Empty(await Told.WordsAsync(walk));
        Assert.DoesNotContain(walk.Requests, request => request.Contains("ic-track", StringComparison.Ordinal));
        Assert.Empty(walk.Errors);
    }
}
