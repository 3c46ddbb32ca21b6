using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What the panel answers, under a strict policy.</summary>
public class PanelTests(Chromium chromium, HostWithPanel host) : IClassFixture<HostWithPanel>
{
    [Fact]
    public async Task State_and_reasons_follow_each_choice()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/panel");
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        await Assertions.Expect(panel.Line(panel.State, "one")).ToContainTextAsync("denied: NotDecided");
        await Assertions.Expect(panel.Line(panel.State, "Decision")).ToContainTextAsync("none");
        await panel.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await walk.ChooseAsync("Reject all");
        await panel.OpenAsync();

        await Assertions.Expect(panel.Line(panel.State, "one")).ToContainTextAsync("denied: Refused");
        await Assertions.Expect(panel.Line(panel.State, "Decision")).ToContainTextAsync("It counts until");
        await Assertions.Expect(panel.Line(panel.State, "Declarations")).ToContainTextAsync("The decision was made about the same.");
        Assert.All(walk.Errors, error => Assert.Contains("names 'onee'", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_gate_tells_what_it_is_doing_while_it_happens()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var held = await walk.HoldAsync("**/vendor/held.js");
        await walk.OpenAsync("/panel");
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        await Assertions.Expect(panel.Line(panel.Gates, "undeclared")).ToContainTextAsync("'onee' is neither a category nor a vendor");
        await Assertions.Expect(Gate("p1.js")).ToContainTextAsync("'one' is not granted. The visitor has not decided");

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide({ one: true, two: true, video: true, three: false }) }");

        await Assertions.Expect(Gate("p1.js").Locator("b")).ToHaveTextAsync("ran");
        await Assertions.Expect(Gate("push('inline')").Locator("b")).ToHaveTextAsync("ran");
        await Assertions.Expect(Gate("throw new Error")).ToContainTextAsync("It threw: Uncaught Error: as vendors do");
        await Assertions.Expect(Gate("/vendor/missing")).ToContainTextAsync("It could not be loaded.");
        await Assertions.Expect(Gate("held.js").Locator("b")).ToHaveTextAsync("waiting");
        await Assertions.Expect(Gate("push('after')").Locator("b")).ToHaveTextAsync("waiting");
        await Assertions.Expect(Gate("push('three')")).ToContainTextAsync("The visitor refused it.");
        await Assertions.Expect(Gate("frame.html").Locator("b")).ToHaveTextAsync("open");

        held.SetResult();
        await Assertions.Expect(Gate("push('after')").Locator("b")).ToHaveTextAsync("ran");
        await Assertions.Expect(Gate("held.js").Locator("b")).ToHaveTextAsync("ran");

        ILocator Gate(string what) => panel.Gates.Locator("li").Filter(new() { HasText = what });
    }

    [Fact]
    public async Task What_nobody_declared_is_found_with_a_guess_and_lines_to_copy()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await walk.Context.RouteAsync("https://static.hotjar.com/**", route => route.FulfillAsync(new() { Body = "" }));
        await walk.OpenAsync("/page-a");
        await walk.Page.EvaluateAsync("""
            async () => {
              document.cookie = '_hjSessionUser_123456=1';
              sessionStorage.setItem('basket', '1');
              await new Promise(done => { const open = indexedDB.open('drafts'); open.onsuccess = done; });
              await fetch('https://static.hotjar.com/c/x.js?visitor=7', { mode: 'no-cors' });
            }
            """);
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();

        await Assertions.Expect(panel.Line(panel.Undeclared, "Hotjar")).ToContainTextAsync("Cookie _hjSessionUser_123456, Connect https://static.hotjar.com");
        await panel.Undeclared.GetByRole(AriaRole.Button, new() { Name = "Copy: Hotjar: C#, after AddConsent" }).ClickAsync();
        await Assertions.Expect(panel.Undeclared.GetByText("Copied")).ToBeVisibleAsync();
        Assert.Equal(".AddVendorFromCatalogue(\"hotjar\")", await walk.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Assertions.Expect(panel.Undeclared).ToContainTextAsync("vendor.AddSessionStorage(\"basket\"");
        await Assertions.Expect(panel.Undeclared).ToContainTextAsync("Kind = StorageKind.IndexedDB");
        await Assertions.Expect(panel.Undeclared).Not.ToContainTextAsync("visitor=7");
    }

    [Fact]
    public async Task Somebody_else_can_be_pretended_until_one_stops()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await Assertions.Expect(walk.Banner).ToBeVisibleAsync();
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        await panel.Dialog.Locator("[name=region]").FillAsync("US-CA");
        await panel.Dialog.Locator("[name=age]").SelectOptionAsync("Adult");
        await panel.Dialog.GetByLabel("Global Privacy Control").CheckAsync();
        await panel.Dialog.GetByRole(AriaRole.Button, new() { Name = "Pretend", Exact = true }).ClickAsync();

        await Assertions.Expect(panel.Opener).ToHaveTextAsync("Consent: pretends US-CA, Adult, Global Privacy Control");
        await walk.SettledAsync();
        await Assertions.Expect(walk.Banner).ToBeHiddenAsync();
        Assert.Contains("head", await walk.RanAsync());
        await panel.OpenAsync();
        await Assertions.Expect(panel.Dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("Pretending: US-CA");
        await Assertions.Expect(panel.Line(panel.State, "Region")).ToContainTextAsync("Pretended on this panel.");
        await Assertions.Expect(panel.Line(panel.State, "three")).ToContainTextAsync("denied, locked: Signal");

        await panel.Dialog.GetByRole(AriaRole.Button, new() { Name = "Stop pretending" }).ClickAsync();

        await Assertions.Expect(walk.Banner).ToBeVisibleAsync();
        await Assertions.Expect(panel.Opener).Not.ToContainTextAsync("pretends");
    }

    [Fact]
    public async Task A_policy_for_trusted_types_does_not_hold_it_up()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync($"{host.Url}/panel", async route =>
        {
            var answer = await route.FetchAsync();
            var headers = new Dictionary<string, string>(answer.Headers);
            headers["content-security-policy"] += "; require-trusted-types-for 'script'; trusted-types innovexus-consent";
            await route.FulfillAsync(new() { Response = answer, Headers = headers });
        });
        await walk.OpenAsync("/panel");
        var panel = new Panel(walk.Page);

        await panel.OpenAsync();

        await Assertions.Expect(panel.Line(panel.State, "one")).ToContainTextAsync("denied");
        await Assertions.Expect(panel.Gates).ToContainTextAsync("p1.js");
        Assert.DoesNotContain(walk.Errors, error => error.Contains("_ic/panel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_stays_through_navigation_and_shows_the_page_that_is_there()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        await Assertions.Expect(panel.Gates).ToContainTextAsync("push('a')");

        await walk.FollowAsync("/page-b");

        await Assertions.Expect(panel.Dialog).ToBeVisibleAsync();
        await Assertions.Expect(panel.Gates).ToContainTextAsync("push('b')");
        await Assertions.Expect(panel.Gates).Not.ToContainTextAsync("push('a')");
        Assert.Equal(1, await walk.Page.Locator("#ic-panel").CountAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    [InlineData(320, "light")]
    public async Task It_has_no_violation_leaves_the_layout_alone_and_needs_no_mouse(int width, string look)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new()
        {
            ViewportSize = new() { Width = width, Height = width == 320 ? 568 : 800 }, ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        await walk.OpenAsync("/page-a");
        var panel = new Panel(walk.Page);
        await Assertions.Expect(panel.Opener).ToBeVisibleAsync();
        var heading = await walk.Page.Locator("h1").BoundingBoxAsync();
        // It leaves the banner's buttons free.
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync(new() { Trial = true });
        await panel.Opener.FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await walk.Page.EvaluateAsync("() => document.querySelector('#ic-panel').shadowRoot.querySelectorAll('details').forEach(details => details.open = true)");
        await Assertions.Expect(panel.State.Locator("li").First).ToBeVisibleAsync();
        Assert.Equal(heading!.Y, (await walk.Page.Locator("h1").BoundingBoxAsync())!.Y);
        Assert.True(await panel.Dialog.EvaluateAsync<bool>("dialog => dialog.scrollWidth <= dialog.clientWidth"));
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));

        var result = await walk.Page.Locator("#ic-panel").RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });

        Assert.True(result.Violations.Length == 0, string.Join("; ", result.Violations.Select(violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Target))}")));
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(panel.Opener).ToBeFocusedAsync();
    }
}
