using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A withdrawal ends what runs, also where a navigation was begun that did not leave the page.</summary>
public class LeavingTests(Chromium chromium, HostWithNonce host, Site site) : IClassFixture<HostWithNonce>, IClassFixture<Site>
{
    [Theory]
    [InlineData("<a id=file href='/vendor/film.html' download>File</a>")]
    [InlineData("<a id=file href='/test/file' data-enhance-nav=false>File</a>")]
    public async Task After_a_download(string link)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("html => document.querySelector('main').append(document.createRange().createContextualFragment(html))", link);
        await walk.Page.RunAndWaitForDownloadAsync(() => walk.Page.Locator("#file").ClickAsync());
        await walk.MarkDocumentAsync();

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");

        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.innovexusConsent && !window.ran");
    }

    [Fact]
    public async Task After_the_back_forward_cache()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await walk.FrameLoadedAsync();
        await walk.Page.EvaluateAsync("() => addEventListener('pageshow', event => { window.restored = event.persisted })");
        await walk.OpenAsync("/privacy");
        await walk.GoAsync("history.back()");
        await walk.Page.WaitForFunctionAsync("() => window.restored");

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");

        await walk.Page.WaitForFunctionAsync("() => !window.restored && window.innovexusConsent");
        await walk.SettledAsync();
        Assert.Equal(["ic_consent"], (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name));
    }

    [Fact]
    public async Task Opening_the_settings_in_another_tab_leaves_this_one_alive()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/embed");

        var opened = await walk.Context.RunAndWaitForPageAsync(() =>
            walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        await Assertions.Expect(opened.GetByRole(AriaRole.Heading, new() { Name = "Cookie settings" })).ToBeVisibleAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Always allow: A film" }).ClickAsync();

        await walk.Page.FrameLocator("iframe[title='A film']").GetByRole(AriaRole.Button, new() { Name = "film" }).WaitForAsync();
        await walk.SettledAsync();
        Assert.Empty(walk.Errors);
    }
}
