using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The same walks for every hosting model: what a visitor sees does not depend on who renders it.</summary>
public abstract class HostingWalks(Chromium chromium, WebHost host)
{
    /// <summary>The renderers that may be at work; none in static pages.</summary>
    protected virtual string[] Renderers => [];

    /// <summary>Whether links between pages stay in the document.</summary>
    protected virtual bool StaysInDocument => true;

    /// <summary>Whether the pages come from a server, and so before the application.</summary>
    protected virtual bool HasServer => true;

    /// <summary>Where the pages are, and what their links begin with.</summary>
    protected virtual string Prefix => "";

    protected virtual string LinkPrefix => "";

    /// <summary>Where scripts that count page views stand, besides the head of every page.</summary>
    protected virtual string[] Counters => ["layout", "page"];

    private bool IsInteractive => Renderers.Length > 0;

    [Fact]
    public Task First_visit() => WalkAsync("first visit", async (walk, check) =>
    {
        await OpenAsync(walk, "live");

        check.True(await walk.Banner.IsVisibleAsync());
        check.Equal("denied: NotDecided", await ViewAsync(walk));
        check.Equal("False NotDecided", await TextAsync(walk, "#cascading"));
        check.Empty(await walk.RanAsync());
        check.Empty(walk.Foreign);
        check.True(await walk.CookieAsync() is null);
    });

    [Fact]
    public Task Accept() => WalkAsync("accept", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");

        await ExpectViewAsync(walk, "granted");
        await ExpectAsync(walk, "#cascading", "True Given");
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
        check.Equal(IsInteractive || StaysInDocument, await walk.IsMarkedAsync());
        check.Contains("granted_analytics", await walk.CookieAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Reject() => WalkAsync("reject", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Reject all");

        if (IsInteractive)
        {
            await ExpectAsync(walk, "#cascading", "False Refused");
        }

        await FollowAsync(walk, "live-b");
        check.Equal("denied", await ViewAsync(walk));
        check.Empty(await RanAsync(walk));
        check.Empty(walk.Foreign);
        check.False(await walk.Banner.IsVisibleAsync());
        check.Equal(StaysInDocument, await walk.IsMarkedAsync());
    });

    [Fact]
    public Task Manage() => WalkAsync("manage", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Functional", Exact = true }).ClickAsync();
        await walk.ChooseInAsync(walk.Dialog, "Save");

        await ExpectViewAsync(walk, "granted");
        check.Empty(await RanAsync(walk));
        check.Contains("granted_functional", await walk.CookieAsync());
        check.False(await walk.Banner.IsVisibleAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Preferences_in_the_page() => WalkAsync("preferences", async (walk, check) =>
    {
        await OpenAsync(walk, "live-preferences");
        var form = walk.Page.Locator("main form.ic-preferences");
        var analytics = form.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true });
        check.False(await analytics.IsCheckedAsync());
        // The form's own style is not needed for that: a link that hydration inserts anew is loaded anew.
        await walk.Page.EvaluateAsync("() => { for (const sheet of document.styleSheets) sheet.disabled = !!sheet.href; }");
        check.False(await walk.Banner.IsVisibleAsync());
        await walk.Page.EvaluateAsync("() => { for (const sheet of document.styleSheets) sheet.disabled = false; }");

        await analytics.ClickAsync();
        await walk.ChooseInAsync(form, "Save");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.Equal(["live-preferences"], await RanAsync(walk));
        await AliveAsync(walk);

        await FollowAsync(walk, "live-b");
        check.Equal("granted", await ViewAsync(walk));
        await FollowAsync(walk, "live-preferences");
        check.True(await analytics.IsCheckedAsync());
        await Assertions.Expect(form.Locator(".ic-when")).ToContainTextAsync("You chose on");
        await walk.MarkDocumentAsync();
        await walk.ChooseInAsync(form, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        await AliveAsync(walk);
        check.False(await analytics.IsCheckedAsync());
        check.Empty(await RanAsync(walk));
    });

    [Fact]
    public Task Embed() => WalkAsync("embed", async (walk, check) =>
    {
        await OpenAsync(walk, "live-embed");
        check.Empty(walk.Foreign);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Load once: A film" }).ClickAsync();
        await FilmAsync(walk);
        check.True(await walk.CookieAsync() is null);
        check.Equal(1, walk.Foreign.Length);
        await AliveAsync(walk);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Always allow: A map" }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("img[src]")).ToBeVisibleAsync();
        await walk.SettledAsync();
        check.Contains("granted_video", await walk.CookieAsync());

        await FollowAsync(walk, "live-b");
        await FollowAsync(walk, "live-embed");
        await FilmAsync(walk);
        check.True(await walk.Banner.IsVisibleAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Withdraw() => WalkAsync("withdraw", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");
        // The page that a view has loaded again may not have its runtime yet: a click would follow the link.
        await walk.SettledAsync();
        await walk.MarkDocumentAsync();

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();

        await ExpectViewAsync(walk, "denied: Refused");
        check.Empty(await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
        check.Contains("refused_analytics", await walk.CookieAsync());
        await AliveAsync(walk);
    });

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
    public Task Second_tab() => WalkAsync("second tab", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();
        await using var other = await walk.NewTabAsync();
        await OpenAsync(other, "live-b");

        await other.ChooseAsync("Accept all");
        await walk.Page.BringToFrontAsync();
        await ExpectViewAsync(walk, "granted");
        await walk.SettledAsync();
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());

        var marked = await walk.IsMarkedAsync();
        check.Equal(IsInteractive || StaysInDocument, marked);
        await walk.MarkDocumentAsync();
        // Where that loads the page again, a click meanwhile would be lost with it.
        await ExpectViewAsync(other, "granted");
        await other.SettledAsync();
        await other.OpenSettingsAsync();
        await other.ChooseInAsync(other.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('one')");
        check.True(await walk.IsMarkedAsync());
        await FollowAsync(walk, "live-b");
        check.Equal("denied", await ViewAsync(walk));
        check.False(await walk.IsMarkedAsync());
        check.Empty(await RanAsync(walk));
        check.Empty(other.Errors);
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

    [Fact]
    public Task Scripts_in_an_interactive_tree() => WalkAsync("script added and removed", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("no interactive tree");
            return;
        }

        await OpenAsync(walk, "live-scripts");
        await walk.ChooseAsync("Accept all");
        List<string> expected = ["number 0"];
        foreach (var (button, added) in new (string Button, string[] Added)[]
        {
            ("add", ["added 1", "external 1"]), ("add", ["added 2", "external 2"]), ("turn", []), ("next", ["number 1"]), ("remove", []), ("add", []),
            ("drop", []), ("drop", []), ("turn", []), ("next", ["number 2"]),
        })
        {
            await walk.Page.Locator($"#{button}").ClickAsync();
            expected.AddRange(added);
            await walk.Page.WaitForFunctionAsync("count => window.ran?.length >= count", expected.Count);
            await AliveAsync(walk);
            await walk.SettledAsync();
            check.Equal(expected.Order(StringComparer.Ordinal), (await RanAsync(walk)).Order(StringComparer.Ordinal));
        }

        // Nothing is left behind where the renderer does not know of it.
        await walk.Page.Locator("#drop").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#scripts")).ToHaveCountAsync(0);
        check.Equal(0, await walk.Page.Locator("main script").CountAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Choice_in_code() => WalkAsync("choice in C#", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("no interactive tree");
            return;
        }

        await OpenAsync(walk, "live");
        await walk.Page.Locator("#allow").ClickAsync();
        await ExpectAsync(walk, "#decided", "necessary consent one");
        await ExpectAsync(walk, "#cascading", "True Given");
        await walk.SettledAsync();
        check.Equal(["live"], await RanAsync(walk));
        check.Contains("granted_one", await walk.CookieAsync());
        check.True(await walk.Banner.IsVisibleAsync());

        await walk.Page.Locator("#only").ClickAsync();
        await ExpectAsync(walk, "#decided", "necessary consent video analytics one");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.False(await walk.Banner.IsVisibleAsync());

        await walk.MarkDocumentAsync();
        await walk.Page.Locator("#refuse").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        await AliveAsync(walk);
        await ExpectAsync(walk, "#cascading", "False Refused");
        check.Empty(await RanAsync(walk));
    });

    [Fact]
    public Task Framework_late() => WalkAsync("framework late", async (walk, check) =>
    {
        if (!IsInteractive || !HasServer)
        {
            check.Skip(IsInteractive ? "the banner comes with the application" : "no interactive tree");
            return;
        }

        var release = await walk.HoldAsync("**/_framework/**");
        await walk.Page.GotoAsync($"{host.Url}/{Prefix}live", new() { WaitUntil = WaitUntilState.Commit });
        await walk.Banner.WaitForAsync();
        await walk.SettledAsync();

        await walk.ChooseAsync("Accept all");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.True((await walk.RanAsync()).Contains("head"));
        check.False(await walk.Banner.IsVisibleAsync());

        release.SetResult();
        await AliveAsync(walk);
        await walk.SettledAsync();
        await ExpectViewAsync(walk, "granted");
        await ExpectAsync(walk, "#cascading", "True Given");
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
    });

    [Fact]
    public Task Random_steps() => WalkAsync("random steps", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("static: 400 steps in RandomWalkTests, in one of these hosts");
            return;
        }

        var steps = int.Parse(Environment.GetEnvironmentVariable("WALK_STEPS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        // Other steps in each hosting model.
        var seed = int.Parse(Environment.GetEnvironmentVariable("WALK_SEED") ?? $"{GetType().Name.Sum(letter => letter)}", System.Globalization.CultureInfo.InvariantCulture);
        await RandomWalk.PrepareAsync(walk);
        var random = new RandomWalk(walk, new InteractiveSite(Prefix, LinkPrefix, Renderers, StaysInDocument), seed);
        await random.RunAsync(steps);
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: {string.Join(", ", random.Counts.Select(count => $"{count.Key} {count.Value}"))}");
        check.True(random.Counts.Count > 5);
    });

    private protected async Task<Walk> StartAsync()
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        // The addresses that a script which counts page views should have counted: the one at the grant and each that followed.
        await walk.Context.AddInitScriptAsync("""
            const address = () => location.pathname + location.search;
            let last = address();
            document.addEventListener('ic:grant', event => {
              if (event.detail.id == 'one') window.counted ??= [address()];
            });
            navigation.addEventListener('currententrychange', () => {
              if (last != (last = address())) window.counted?.push(last);
            });
            """);
        return walk;
    }

    private async Task WalkAsync(string name, Func<Walk, Checks, Task> steps)
    {
        var checks = new Checks();
        await using (var walk = await StartAsync())
        {
            await steps(walk, checks);
            checks.Empty(walk.Errors);
        }

        Assert.DoesNotContain("fail: ", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit: ", host.Output, StringComparison.Ordinal);
        HostingTable.Write(GetType().Name.Replace("Walks", "", StringComparison.Ordinal), name, checks);
    }

    private async Task OpenAsync(Walk walk, string page)
    {
        await walk.OpenAsync($"/{Prefix}{page}");
        await AliveAsync(walk);
    }

    private async Task FollowAsync(Walk walk, string page)
    {
        await walk.Page.Locator($"nav a[href='{LinkPrefix}{page}']").ClickAsync();
        await walk.Page.WaitForFunctionAsync(
            "page => location.pathname.endsWith('/' + page) && document.querySelector('h1')?.textContent.toLowerCase().replaceAll(' ', '-') == page", page);
        await walk.SettledAsync();
        await AliveAsync(walk);
    }

    private async Task GoAsync(Walk walk, string go, string heading)
    {
        await walk.Page.EvaluateAsync($"() => {{ {go} }}");
        await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync(heading);
        await walk.SettledAsync();
        await AliveAsync(walk);
    }

    /// <summary>Follows a link to another part or query of the page that is open, and changes nothing else of the document.</summary>
    private async Task TurnAsync(Walk walk, string to)
    {
        await walk.Page.EvaluateAsync(
            """
            to => {
              const link = document.querySelector('nav a'), before = link.getAttribute('href');
              link.setAttribute('href', location.pathname + to);
              link.click();
              link.setAttribute('href', before);
            }
            """, to);
        await walk.Page.WaitForFunctionAsync("to => location.href.endsWith(to)", to);
        await ArriveAsync(walk);
    }

    private async Task ArriveAsync(Walk walk)
    {
        await walk.Page.WaitForLoadStateAsync();
        await walk.SettledAsync();
        await AliveAsync(walk);
    }

    /// <summary>Waits until the renderer is at work, and sees that it answers.</summary>
    private async Task AliveAsync(Walk walk)
    {
        if (IsInteractive)
        {
            await walk.Page.WaitForFunctionAsync("names => names.includes(document.getElementById('where')?.textContent)", Renderers);
            var count = walk.Page.Locator("#count");
            var before = int.Parse(await count.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
            await count.EvaluateAsync("button => button.click()");
            await Assertions.Expect(count).ToHaveTextAsync($"{before + 1}");
        }
    }

    private static Task FilmAsync(Walk walk) => walk.Page.FrameLocator("iframe[data-ic][title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();

    private static Task ExpectViewAsync(Walk walk, string text) => ExpectAsync(walk, "#view", text);

    private static Task ExpectAsync(Walk walk, string selector, string text) => Assertions.Expect(walk.Page.Locator(selector)).ToHaveTextAsync(text);

    private static Task<string> ViewAsync(Walk walk) => TextAsync(walk, "#view");

    private static Task<string> TextAsync(Walk walk, string selector) => walk.Page.Locator(selector).InnerTextAsync();

    // Without those of the host's own layout: those that count page views are held against the addresses.
    private async Task<string[]> RanAsync(Walk walk)
    {
        await ExpectViewsAsync(walk);
        return [.. (await walk.RanAsync()).Where(name => name != "head" && !name.StartsWith("view ", StringComparison.Ordinal))];
    }

    private async Task<string[]> ExpectViewsAsync(Walk walk)
    {
        string[] counters = [.. HasServer ? Counters.Prepend("view") : Counters];
        // In one look, since the page may be loaded again between two.
        var read = await (await walk.Page.WaitForFunctionAsync(
            """
            counters => {
              const addresses = window.counted ?? [], names = [...window.ran ?? [], ...window.views ?? []];
              const counted = counters.map(counter => names.filter(name => name.startsWith(counter + ' ')));
              const due = counters.map(counter => addresses.filter(address => counter != 'page' || /\/live(-b)?$/.test(address.split('?')[0])));
              return counted.every((list, index) => list.length >= due[index].length) && [addresses, ...due, ...counted];
            }
            """,
            counters)).JsonValueAsync<string[][]>();
        for (var i = 0; i < counters.Length; i++)
        {
            var (due, counted) = (read[1 + i], read[1 + counters.Length + i]);
            Assert.Equal(counters[i] == "view" ? due.Select(address => address.Split('?')[0]) : due, counted.Select(name => name[(counters[i].Length + 1)..]));
        }

        return read[0];
    }
}
