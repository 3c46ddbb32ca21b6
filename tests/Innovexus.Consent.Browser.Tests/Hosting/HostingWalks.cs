using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The same walks for every hosting model: what a visitor sees does not depend on who renders it.</summary>
public abstract partial class HostingWalks(Chromium chromium, WebHost host)
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
        await walk.GoAsync(go);
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
