namespace Innovexus.Consent.Engines.Tests;

/// <summary>What stands in pages, and the policies and settings they are seen under.</summary>
public abstract class PageWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    private static readonly string[] SamplePages = ["/", "/platform", "/blog", "/pricing", "/privacy", "/inspect", "/cookies", "/privacy-choices"];

    [Fact]
    public Task Embeds() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/embed");
        Assert.Empty(walk.Foreign);

        await walk.ClickAsync("[data-ic-embed]:has([title='A film']) [data-ic-once]");
        await walk.UntilAsync("document.querySelector(`iframe[title='A film'][src]`)?.checkVisibility()");
        await SeenAsync(walk, "film.html");
        Assert.Equal("", await walk.CookiesAsync());

        await walk.ClickAsync("[data-ic-embed]:has([alt='A map']) button[value=change]");
        await walk.UntilAsync("document.querySelector(`img[alt='A map'][src]`)?.checkVisibility()");
        await walk.SettledAsync();
        await SeenAsync(walk, "map.svg");
        Assert.Contains(".granted_video", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.Equal(["film.html", "map.svg"], walk.Foreign);

        await walk.FollowAsync("/embed-b");
        await SeenAsync(walk, "film-b.html");
        await walk.ChooseInSettingsAsync("reject-all");
        await walk.OpenAsync("/embed");
        Assert.Equal(["film.html", "map.svg", "film-b.html"], walk.Foreign);
    });

    [Fact]
    public Task The_whole_sample_under_its_strict_policy() => WalkSampleAsync(async walk =>
    {
        await walk.OpenAsync("/pricing");
        await walk.ChooseAsync("accept-all");
        await walk.UntilAsync("['_sa=', '_ads='].every(name => document.cookie.includes(name))");
        await walk.FollowAsync("/platform");
        await walk.UntilAsync("document.querySelector('.chat-bubble')?.checkVisibility()");
        await walk.FollowAsync("/blog");
        await walk.UntilAsync("document.querySelector('iframe[src]')?.checkVisibility()");
        await walk.OpenSettingsAsync();
        await walk.ReloadsAsync(() => walk.ClickAsync($"{Walk.Dialog} button[value=reject-all]"));
        Assert.DoesNotContain("_sa=", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("_ads=", await walk.CookiesAsync(), StringComparison.Ordinal);
        foreach (var page in SamplePages)
        {
            await walk.OpenAsync(page);
        }
    });

    [Theory]
    [InlineData("accept-all")]
    [InlineData("reject-all")]
    [InlineData("save")]
    public Task Without_script(string action) => WalkAsync(async walk =>
    {
        await walk.GoAsync("/page-a?plan=2");
        Assert.True(await walk.SeesAsync(Walk.Banner));

        if (action == "save")
        {
            await walk.ClickAsync($"{Walk.Banner} [data-ic-open]");
            await walk.UntilAsync("location.pathname == '/_ic/preferences' && document.readyState == 'complete'");
            await walk.ClickAsync("[name=category][value=analytics]");
            await walk.ClickAsync("button[value=save]");
        }
        else
        {
            await walk.ClickAsync($"{Walk.Banner} button[value={action}]");
        }

        await walk.UntilAsync("location.pathname + location.search == '/page-a?plan=2' && document.readyState == 'complete' && !document.querySelector('[data-ic-banner]')");
        Assert.Contains(action == "reject-all" ? ".granted.refused_" : ".granted_analytics", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.Equal(1, walk.Posts);
        Assert.Empty(walk.Foreign);
    }, Profile.WithoutScript);

    private static async Task SeenAsync(Walk walk, string file)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!walk.Foreign.Contains(file))
        {
            // The pause between two looks.
            await Task.Delay(10, patience.Token);
        }
    }
}
