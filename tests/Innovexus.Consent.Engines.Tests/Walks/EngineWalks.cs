namespace Innovexus.Consent.Engines.Tests;

/// <summary>Walks that are the same in every engine. After each, the site's error reporting has heard nothing.</summary>
public abstract class EngineWalks(IEngine engine, Sites sites)
{
    private protected Task WalkAsync(Func<Walk, Task> steps, Profile profile = Profile.Default) => WalkAsync(sites.Host, steps, profile);

    private protected Task WalkSampleAsync(Func<Walk, Task> steps) => WalkAsync(sites.Sample, steps, Profile.Default);

    /// <summary>A whole visit in short.</summary>
    private protected static async Task AcceptAndWithdrawAsync(Walk walk)
    {
        await walk.OpenAsync("/tracker");
        Assert.True(await walk.SeesAsync(Walk.Banner));
        await walk.ChooseAsync("accept-all");
        await walk.UntilAsync("document.cookie.includes('tr=1')");
        await walk.FollowAsync("/page-a");
        await walk.UntilAsync("window.ran?.includes('a')");
        await walk.FollowAsync("/embed");
        await walk.UntilAsync("document.querySelector(`iframe[title='A film'][src]`)");
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/page-b");
        Assert.False(await other.SeesAsync(Walk.Banner));
        Assert.Contains("b", await other.RanAsync());

        await walk.OpenSettingsAsync();
        await walk.ReloadsAsync(() => walk.ClickAsync($"{Walk.Dialog} button[value=reject-all]"));

        await other.UntilAsync("!innovexusConsent.isGranted('one')");
        await walk.OpenAsync("/page-a");
        Assert.Empty(await walk.RanAsync());
        Assert.DoesNotContain("tr=1", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Equal(2, walk.Posts);
    }

    private async Task WalkAsync(string site, Func<Walk, Task> steps, Profile profile)
    {
        await using var walk = await Walk.StartAsync(engine, site, profile);
        Versions.Write($"{engine.Name} {walk.Version}");
        await steps(walk);
        if (profile != Profile.WithoutScript)
        {
            await walk.NothingReportedAsync();
        }
    }
}
