namespace Innovexus.Consent.Engines.Tests;

/// <summary>What a visitor decides, and that it counts once, at once and from then on.</summary>
public abstract class ChoiceWalks(IEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    private static readonly string[] OnPageA = ["a", "head", "view /page-a"];

    [Fact]
    public Task First_visit() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");

        Assert.True(await walk.SeesAsync(Walk.Banner));
        await walk.FollowAsync("/embed");
        await walk.BackAsync("/page-a");
        Assert.True(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Foreign);
        Assert.Equal("", await walk.CookiesAsync());
    });

    [Fact]
    public Task Accept() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("accept-all");

        Assert.Equal(OnPageA, await SortedAsync(walk));
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.True(await walk.IsMarkedAsync());
        Assert.Contains(".granted_analytics", await walk.CookiesAsync(), StringComparison.Ordinal);
        await walk.ReloadAsync();
        Assert.Equal(OnPageA, await SortedAsync(walk));
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

    [Fact]
    public Task Manage_and_save() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/view");
        await walk.MarkDocumentAsync();
        await walk.ClickAsync($"{Walk.Banner} [data-ic-open]");

        await walk.ClickAsync($"{Walk.Dialog} [name=category][value=functional]");
        await walk.ChooseInAsync(Walk.Dialog, "save");

        await walk.UntilAsync("document.querySelector('#two').textContent == 'two is granted: Given'");
        Assert.False(await walk.SeesAsync(Walk.Dialog));
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.True(await walk.IsMarkedAsync());
        Assert.Empty(await walk.RanAsync());
        Assert.Contains(".granted_functional", await walk.CookiesAsync(), StringComparison.Ordinal);
        // And again, from what was saved.
        await walk.OpenSettingsAsync();
        Assert.True(await walk.EvaluateAsync<bool>("document.querySelector('dialog [value=functional]').checked && !document.querySelector('dialog [value=analytics]').checked"));
    });

    [Fact]
    public Task Exactly_once() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/");
        await walk.MarkDocumentAsync();
        await walk.ChooseAsync("accept-all");

        foreach (var page in new[] { "/page-a", "/page-b", "/page-a", "/embed", "/page-a", "/page-b" })
        {
            await walk.FollowAsync(page);
        }

        foreach (var page in new[] { "/page-a", "/embed", "/page-a", "/page-b" })
        {
            await walk.BackAsync(page);
        }

        await walk.ForwardAsync("/page-a");
        Assert.True(await walk.IsMarkedAsync(), "The walk stays in one document.");
        Assert.Equal(["a", "b", "head"], (await SortedAsync(walk)).Where(name => !name.StartsWith("view ", StringComparison.Ordinal)));
        Assert.Equal(12, (await walk.RanAsync()).Count(name => name.StartsWith("view ", StringComparison.Ordinal)));
        Assert.Equal(1, walk.Posts);
    });

    [Fact]
    public Task Withdrawal() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/tracker");
        await walk.ChooseAsync("accept-all");
        Assert.Contains("tr=1", await walk.CookiesAsync(), StringComparison.Ordinal);
        await walk.OpenSettingsAsync();

        await walk.ReloadsAsync(() => walk.ClickAsync($"{Walk.Dialog} button[value=reject-all]"));

        Assert.DoesNotContain("tr=1", await walk.CookiesAsync(), StringComparison.Ordinal);
        Assert.Empty(await walk.RanAsync());
        Assert.False(await walk.EvaluateAsync<bool>("!!window.tracker"));
        Assert.False(await walk.SeesAsync(Walk.Banner));
        Assert.Equal(2, walk.Posts);
    });

    private static async Task<string[]> SortedAsync(Walk walk) => [.. (await walk.RanAsync()).Order(StringComparer.Ordinal)];
}
