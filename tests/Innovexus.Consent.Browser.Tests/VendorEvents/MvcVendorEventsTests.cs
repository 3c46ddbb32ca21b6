namespace Innovexus.Consent.Browser.Tests;

/// <summary>Where each page is a document: the loader counts each, and who counts none is told of each.</summary>
public class MvcVendorEventsTests(Chromium chromium, MvcHostWithEvents host) : IClassFixture<MvcHostWithEvents>
{
    [Fact]
    public async Task Each_document_is_one_view_and_says_what_its_view_said_in_Csharp()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/pages/live");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ one: true, three: true })");
        await Told.OpenAsync(walk, "/pages/live");

        await Told.FollowAsync(walk, "live-b", "Live B");
        await Told.AssertAsync(walk, "meter", "meter load /pages/live-b", """meter shown {"page":"b"}""");
        await walk.Page.ReloadAsync();

        await Told.AssertAsync(
            walk,
            "plain",
            Told.View("/pages/live-b"),
            """plain {"event":"shown","with":[{"page":"b"}]}""",
            Told.View("/pages/live-b"),
            """plain {"event":"shown","with":[{"page":"b"}]}""");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task What_a_view_said_is_dropped_where_nobody_is_granted()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/pages/live-b");

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ three: true })");

        await Told.AssertAsync(walk, "plain", Told.View("/pages/live-b"));
    }

    [Fact]
    public async Task A_page_that_comes_back_as_it_was_left_is_a_view()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Told.StartAsync(await Walk.StartAsync(browser, host.Url), "/pages/live");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ one: true, three: true })");
        await Told.OpenAsync(walk, "/pages/live");
        await walk.Page.EvaluateAsync("() => { addEventListener('pageshow', event => { window.restored = event.persisted }) }");
        await walk.OpenAsync("/pages/live-modules");

        await walk.GoAsync("history.back()");
        await walk.Page.WaitForFunctionAsync("() => window.restored");

        await Told.AssertAsync(walk, "meter", "meter load /pages/live-modules", "meter view /pages/live /pages/live");
        await Told.AssertAsync(walk, "plain", Told.View("/pages/live-modules"), Told.View("/pages/live"));
    }

    [Fact]
    public async Task A_page_that_says_something_in_Csharp_is_kept_by_no_cache()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/pages/live");

        var says = await walk.Page.APIRequest.GetAsync(host.Url + "/pages/live-b");
        var other = await walk.Page.APIRequest.GetAsync(host.Url + "/pages/live");

        Assert.Contains("no-store", says.Headers["cache-control"], StringComparison.Ordinal);
        Assert.DoesNotContain("no-store", other.Headers.GetValueOrDefault("cache-control", ""), StringComparison.Ordinal);
    }
}
