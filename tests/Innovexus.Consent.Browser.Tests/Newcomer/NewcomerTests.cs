using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class NewcomerTests(Chromium chromium, NewcomersApp app) : IClassFixture<NewcomersApp>
{
    private const string Script = "GET https://plausible.io/js/script.js";

    [Fact]
    public async Task First_visit_manage_and_withdraw()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/");
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Foreign);

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await Assertions.Expect(walk.Dialog).ToContainTextAsync("Plausible Insights");
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }).ClickAsync();
        await walk.ChooseInAsync(walk.Dialog, "Save");
        Assert.Equal([Script], walk.Foreign);

        // Where it has run: the page starts over without it.
        await walk.MarkDocumentAsync();
        await walk.Page.EvaluateAsync("() => { innovexusConsent.openPreferences(); }");
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        Assert.Equal([Script], walk.Foreign);
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Accept_and_withdraw_on_the_librarys_own_page()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Accept all");
        Assert.Equal([Script], walk.Foreign);

        // The template's interactive page lives on beside it.
        await walk.Page.Locator("nav a[href='counter']").ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Counter" })).ToBeVisibleAsync();
        await ClickUntilItCountsAsync(walk);
        await walk.OpenAsync("/_ic/preferences");
        var asked = walk.Foreign.Length;
        await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => document.cookie.includes('.granted.refused_')");
        await walk.OpenAsync("/");
        Assert.Equal(asked, walk.Foreign.Length);
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Reject()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/");

        await walk.ChooseAsync("Reject all");
        await walk.OpenAsync("/weather");

        Assert.Empty(walk.Foreign);
        Assert.Equal(0, await walk.Banner.CountAsync());
        Assert.Empty(walk.Errors);
    }

    // The template comes with Bootstrap, whose [hidden] is final.
    [Fact]
    public async Task An_embed_shows_its_placeholder_and_then_its_frame()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/film");
        var (placeholder, frame) = (walk.Page.Locator("[data-ic-embed] form"), walk.Page.Locator("[data-ic-embed] > iframe"));
        Assert.True(await placeholder.IsVisibleAsync());
        Assert.False(await frame.IsVisibleAsync());
        Assert.Empty(walk.Foreign);

        await placeholder.GetByRole(AriaRole.Button, new() { Name = "Load once" }).ClickAsync();

        await Assertions.Expect(placeholder).ToBeHiddenAsync();
        Assert.True(await frame.IsVisibleAsync());
        Assert.Equal(["GET https://plausible.io/film"], walk.Foreign);
        Assert.Empty(walk.Errors);
    }

    // The circuit starts a moment after the page is there; clicks before that do nothing.
    private static async Task ClickUntilItCountsAsync(Walk walk)
    {
        for (var i = 0; i < 100 && await walk.Page.GetByText("Current count: 0").CountAsync() > 0; i++)
        {
            await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Click me" }).ClickAsync();
            await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(resolve))");
        }

        await Assertions.Expect(walk.Page.GetByText("Current count:")).Not.ToHaveTextAsync("Current count: 0");
    }

    private async Task<Walk> StartAsync()
    {
        var walk = await Walk.StartAsync(chromium, app.Url);
        await walk.Context.RouteAsync("https://plausible.io/**", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        return walk;
    }
}
