namespace Innovexus.Consent.Engines.Tests;

/// <summary>The walks that matter, the same in every engine.</summary>
public abstract class EngineWalks(IEngine engine, Sites sites)
{
    private static readonly string[] OnPageA = ["a", "head", "view /page-a"];

    [Fact]
    public Task First_visit() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");

        Assert.True(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Foreign);
        Assert.Equal("", await walk.CookiesAsync());

        await walk.FollowAsync("/embed");
        await walk.BackAsync("/page-a");
        Assert.True(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(walk.Foreign);
    });

    [Fact]
    public Task Accept() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("accept-all");

        Assert.Equal(OnPageA, (await walk.RanAsync()).Order(StringComparer.Ordinal));
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.True(await walk.IsMarkedAsync());
        Assert.Contains(".granted_analytics", await walk.CookiesAsync(), StringComparison.Ordinal);

        await walk.ReloadAsync();
        Assert.Equal(OnPageA, (await walk.RanAsync()).Order(StringComparer.Ordinal));
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Equal(1, walk.Posts);
    });

    [Fact]
    public Task Reject() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("reject-all");

        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Contains(".granted.refused_", await walk.CookiesAsync(), StringComparison.Ordinal);
        await walk.FollowAsync("/page-b");
        await walk.FollowAsync("/embed");
        Assert.True(await walk.IsMarkedAsync());
        await walk.OpenAsync("/page-a");
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Foreign);
    });

    private async Task WalkAsync(Func<Walk, Task> steps, Profile profile = Profile.Default)
    {
        await using var walk = await Walk.StartAsync(engine, sites.Host, profile);
        await steps(walk);
        await walk.NothingReportedAsync();
    }
}

[Collection("Chromium")]
public sealed class ChromiumWalks(ChromiumEngine engine, Sites sites) : EngineWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxWalks(FirefoxEngine engine, Sites sites) : EngineWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitWalks(WebKitEngine engine, Sites sites) : EngineWalks(engine, sites);
