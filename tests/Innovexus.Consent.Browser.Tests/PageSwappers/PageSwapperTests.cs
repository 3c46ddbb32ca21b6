using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Libraries that swap pages in one document and keep copies of those that were left: what a copy holds is a gate, not a script.</summary>
public class PageSwapperTests(Chromium chromium, MvcHost host) : IClassFixture<MvcHost>
{
    private static readonly string Modules = Repository.Path("tests", "Innovexus.Consent.Browser.Tests", "PageSwappers", "node_modules");

    public static TheoryData<string> Swappers => ["htmx", "turbo"];

    [Theory]
    [MemberData(nameof(Swappers))]
    public async Task Back_runs_nothing_again(string swapper)
    {
        await using var walk = await StartAsync(swapper);
        await walk.ChooseAsync("Accept all");
        await GoAsync(walk, "b");

        await BackAsync(walk, "a");
        await GoAsync(walk, "b");
        await BackAsync(walk, "a");

        Assert.Equal(["inline a", "a", "inline b", "b"], await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [MemberData(nameof(Swappers))]
    public async Task Back_after_a_withdrawal_elsewhere_runs_and_loads_nothing(string swapper)
    {
        await using var walk = await StartAsync(swapper);
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("iframe[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await Assertions.Expect(walk.Page.Locator("img[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await GoAsync(walk, "b");
        await using (var other = await walk.NewTabAsync())
        {
            await other.OpenAsync("/pages/live");
            await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
            await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('one')");
        }

        var foreign = walk.Foreign.Length;
        var ran = await walk.RanAsync();
        await BackAsync(walk, "a");

        await Assertions.Expect(walk.Page.Locator("main [data-ic][src]:not(script)")).ToHaveCountAsync(0);
        await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        Assert.Equal(foreign, walk.Foreign.Length);
        // Where the library loaded the page anew, nothing of the old document is left.
        Assert.Equal(await walk.IsMarkedAsync() ? ran : [], await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [MemberData(nameof(Swappers))]
    public async Task A_click_on_the_settings_opens_them_and_swaps_no_page(string swapper)
    {
        await using var walk = await StartAsync(swapper);

        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await walk.SettledAsync();

        Assert.Equal("a", await walk.Page.Locator("h1").InnerTextAsync());
        Assert.Equal($"{host.Url}/pages/swap/a", walk.Page.Url);
        Assert.True(await walk.IsMarkedAsync());
    }

    // A copy that nobody announces: whoever keeps markup as text, and puts it back after a withdrawal.
    [Theory]
    [InlineData("insertAdjacentHTML")]
    [InlineData("cloneNode")]
    public async Task A_copy_of_an_open_page_is_shut_before_anything_of_it_loads(string how)
    {
        await using var walk = await StartAsync("htmx");
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("iframe[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await Assertions.Expect(walk.Page.Locator("img[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await walk.Page.EvaluateAsync(
            "how => { const main = document.querySelector('main'); window.copy = how == 'cloneNode' ? main.cloneNode(true) : main.innerHTML; main.replaceChildren(); }", how);
        await using (var other = await walk.NewTabAsync())
        {
            await other.OpenAsync("/pages/live");
            await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
            await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('one')");
        }

        var foreign = walk.Foreign.Length;
        await walk.Page.EvaluateAsync("() => { const main = document.querySelector('main'); copy.isConnected == null ? main.insertAdjacentHTML('beforeend', copy) : main.replaceWith(copy); }");

        await Assertions.Expect(walk.Page.Locator("iframe[data-ic]:not([src])")).ToHaveCountAsync(1);
        await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        Assert.Equal(foreign, walk.Foreign.Length);
        Assert.Equal(["inline a", "a"], await walk.RanAsync());
    }

    // Another tab has decided, and nobody said so: until the server has answered, nothing of a copy may load.
    [Fact]
    public async Task A_copy_that_comes_while_the_state_is_asked_for_loads_nothing()
    {
        await using var walk = await StartAsync("htmx");
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("iframe[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await Assertions.Expect(walk.Page.Locator("img[data-ic]")).ToHaveAttributeAsync("loading", "lazy");
        await walk.Page.EvaluateAsync("() => { const main = document.querySelector('main'); window.copy = main.innerHTML; main.replaceChildren(); }");
        await using (var other = await walk.NewTabAsync())
        {
            await other.Page.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} close() {} }");
            await other.OpenAsync("/pages/live");
            await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
            await other.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('one')");
            await other.SettledAsync();
        }

        var foreign = walk.Foreign.Length;
        var release = await walk.HoldAsync("**/_ic/state");
        await walk.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', copy)");
        await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))))");
        release.SetResult();
        await walk.SettledAsync();

        Assert.Equal(foreign, walk.Foreign.Length);
    }

    private async Task<Walk> StartAsync(string swapper)
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/swapper.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Path = Path.Combine(Modules, swapper == "htmx" ? "htmx.org/dist/htmx.min.js" : "@hotwired/turbo/dist/turbo.es2017-umd.js"),
        }));
        await walk.OpenAsync("/pages/swap/a");
        await walk.MarkDocumentAsync();
        return walk;
    }

    private static async Task GoAsync(Walk walk, string name)
    {
        await walk.Page.Locator($"nav a[href='/pages/swap/{name}']").ClickAsync();
        await ArriveAsync(walk, name);
        Assert.True(await walk.IsMarkedAsync());
        await walk.Page.WaitForFunctionAsync("name => ran.includes(name)", name);
    }

    private static async Task BackAsync(Walk walk, string name)
    {
        await walk.GoAsync("history.back()");
        await ArriveAsync(walk, name);
    }

    private static async Task ArriveAsync(Walk walk, string name)
    {
        await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync(name);
        await walk.SettledAsync();
    }
}
