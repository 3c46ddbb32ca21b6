namespace Innovexus.Consent.Engines.Tests;

/// <summary>Pages that are left, kept, and shown again; tabs beside each other.</summary>
public abstract class LifecycleWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    // In the sample, whose pages a browser may keep.
    [Fact]
    public Task Kept_by_the_browser_a_page_takes_what_was_decided_meanwhile() => WalkKeptAsync(async walk =>
    {
        await walk.OpenAsync("/privacy");
        await WatchAsync(walk);
        await walk.OpenAsync("/platform");
        await walk.ChooseAsync("accept-all");

        await walk.BackAsync("/privacy");

        await RestoredAsync(walk);
        await walk.UntilAsync("innovexusConsent.isGranted('signalbox') && document.cookie.includes('_sa=')");
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Equal(1, walk.Posts);
        await walk.ForwardAsync("/platform");
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.True(await walk.EvaluateAsync<bool>("innovexusConsent.isGranted('signalbox')"));
    });

    [Fact]
    public Task Kept_by_the_browser_a_page_stops_what_was_withdrawn_meanwhile() => WalkKeptAsync(async walk =>
    {
        await walk.OpenAsync("/platform");
        await walk.ChooseAsync("accept-all");
        await WatchAsync(walk);
        await walk.OpenAsync("/privacy");
        await walk.ReloadsAsync(() => walk.DoAsync("innovexusConsent.decide('reject-all')"));

        await walk.BackAsync("/platform");

        await RestoredAsync(walk);
        await walk.UntilAsync("!innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();
        Assert.DoesNotContain("_sa=", await walk.CookiesAsync(), StringComparison.Ordinal);
        // What ran there ends with the next navigation.
        await walk.ClickAsync("nav a[href='/blog']");
        await walk.UntilAsync("location.pathname == '/blog' && !window.restored && window.innovexusConsent");
        await walk.SettledAsync();
        Assert.DoesNotContain("_sa=", await walk.CookiesAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Second_tab() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/page-b");
        await other.MarkDocumentAsync();

        await walk.ChooseAsync("accept-all");
        await other.UntilAsync("window.ran?.includes('b')");
        Assert.False(await other.SeesAsync(Walk.Banner));
        Assert.True(await other.IsMarkedAsync());

        await walk.ReloadsAsync(() => walk.DoAsync("innovexusConsent.decide('reject-all')"));
        await other.UntilAsync("!innovexusConsent.isGranted('one')");
        Assert.True(await other.IsMarkedAsync(), "Nobody loses what they were typing.");
        await other.ClickAsync("nav a[href='/page-a']");
        await other.UntilAsync("location.pathname == '/page-a' && !window.marked && window.innovexusConsent");
        await other.SettledAsync();
        Assert.Empty(await other.RanAsync());
        Assert.Equal(2, walk.Posts);
    });

    [Fact]
    public Task A_link_right_after_the_choice() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");

        // Both in one task: the post is begun, then the document is left.
        await walk.MarkDocumentAsync();
        await walk.DoAsync("document.querySelector('[data-ic-banner] [value=accept-all]').click(); location.href = '/page-b'");

        await walk.UntilAsync("location.pathname == '/page-b' && !window.marked && window.innovexusConsent");
        await walk.OpenAsync("/page-b");
        Assert.Contains(".granted_", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Contains("b", await walk.RanAsync());
        Assert.Equal(1, walk.Posts);
    });

    [Fact]
    public Task A_reload_right_after_the_choice() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");

        await walk.ReloadsAsync(() => walk.DoAsync("document.querySelector('[data-ic-banner] [value=reject-all]').click(); location.reload()"));

        await walk.OpenAsync("/page-a");
        Assert.Contains(".granted.refused_", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(await walk.RanAsync());
    });

    // Which page it keeps is the browser's own matter: Firefox keeps none of which a request is still under way, a vendor's for example.
    private async Task WalkKeptAsync(Func<Walk, Task> steps)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WalkSampleAsync(steps);
                return;
            }
            catch (NotKeptException) when (attempt < 4)
            {
            }
        }
    }

    private static Task WatchAsync(Walk walk) => walk.DoAsync("addEventListener('pageshow', event => { window.restored = event.persisted })");

    private static async Task RestoredAsync(Walk walk)
    {
        await walk.UntilAsync("window.restored || performance.getEntriesByType('navigation')[0]?.type == 'back_forward'");
        if (!await walk.EvaluateAsync<bool>("!!window.restored"))
        {
            throw new NotKeptException();
        }
    }

    private sealed class NotKeptException() : Exception("The browser did not keep the page.");
}
