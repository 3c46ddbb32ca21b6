namespace Innovexus.Consent.Browser.Tests;

// From page to page.
public abstract partial class HostingWalks
{
    [Fact]
    public Task Twenty_navigations() => WalkAsync("20 navigations", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");
        await walk.MarkDocumentAsync();

        for (var i = 0; i < 20; i++)
        {
            await FollowAsync(walk, i % 2 == 0 ? "live-b" : "live");
            check.Equal("granted", await ViewAsync(walk));
        }

        check.Equal(StaysInDocument ? ["live", "live-b"] : ["live"], await RanAsync(walk));
        check.Equal(StaysInDocument, await walk.IsMarkedAsync());
        check.False(await walk.Banner.IsVisibleAsync());
    });

    [Fact]
    public Task Back_and_forward() => WalkAsync("back/forward", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await FollowAsync(walk, "live-b");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");

        await GoAsync(walk, "history.back()", "Live");
        await ExpectViewAsync(walk, "granted");
        check.True((await RanAsync(walk)).Contains("live"));
        await GoAsync(walk, "history.forward()", "Live B");
        await ExpectViewAsync(walk, "granted");
        var ran = await RanAsync(walk);
        check.Equal(ran.Distinct(), ran);
        check.False(await walk.Banner.IsVisibleAsync());
    });

    [Fact]
    public Task Page_views() => WalkAsync("page views", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");
        await ExpectViewsAsync(walk);
        await FollowAsync(walk, "live-b");
        await ExpectViewsAsync(walk);
        await GoAsync(walk, "history.back()", "Live");
        await ExpectViewsAsync(walk);
        // To the same path, where a router may render nothing at all.
        await TurnAsync(walk, "?page=2");
        await ExpectViewsAsync(walk);
        // A part of the page is no page.
        await TurnAsync(walk, "?page=2#part");
        await AliveAsync(walk);
        await ExpectViewsAsync(walk);
        string[] expected = ["live", "live-b", "live", "live?page=2"];
        if (IsInteractive)
        {
            await walk.Page.Locator("#replace").ClickAsync();
            await walk.Page.WaitForFunctionAsync("() => location.search == '?page=3'");
            await ArriveAsync(walk);
            await ExpectViewsAsync(walk);
            // Going back from it is one more; without it, going back from a part of the page is none.
            expected = [.. expected, "live?page=3", "live?page=2"];
        }

        await walk.Page.GoBackAsync();
        await walk.Page.WaitForFunctionAsync("() => location.href.endsWith('?page=2')");
        await ArriveAsync(walk);
        var addresses = (await ExpectViewsAsync(walk)).Select(address => address.Split('/')[^1]).ToArray();
        check.Equal(StaysInDocument ? expected : expected[^1..], StaysInDocument ? addresses : addresses[^1..]);
    });

    [Fact]
    public Task Reload() => WalkAsync("reload", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");

        // Every text that the view ever shows, hydration included.
        await walk.Context.AddInitScriptAsync("""
            window.shown = [];
            new MutationObserver(() => {
              const text = document.getElementById('view')?.textContent;
              if (text && text != shown.at(-1)) shown.push(text);
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """);
        await walk.Page.ReloadAsync();
        await walk.SettledAsync();
        await AliveAsync(walk);

        check.Equal(["granted"], await walk.Page.EvaluateAsync<string[]>("window.shown"));
        await ExpectAsync(walk, "#cascading", "True Given");
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
    });
}
