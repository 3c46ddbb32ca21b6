using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Blazor pages that are the same for all visitors.</summary>
public class CacheableBlazorPagesTests(Chromium chromium, HostWithCacheableBlazorPages host, HostWithCacheableInteractivePages interactive)
    : IClassFixture<HostWithCacheableBlazorPages>, IClassFixture<HostWithCacheableInteractivePages>
{
    [Fact]
    public async Task What_a_view_shows_where_it_is_granted_is_inert_until_then_and_gone_after()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/branches");
        Assert.Equal("denied: NotDecided", await walk.Page.Locator("#branch:visible").InnerTextAsync());
        Assert.Empty(walk.Foreign);

        await walk.MarkDocumentAsync();
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("granted: Given");
        await walk.Page.FrameLocator("main iframe").GetByRole(AriaRole.Button).WaitForAsync();
        Assert.True(await walk.IsMarkedAsync());

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("denied: NotDecided");
        Assert.Equal(0, await walk.Page.Locator("main iframe").CountAsync());
        Assert.Empty(walk.Errors);
    }

    // As page swappers do, and whoever keeps markup.
    [Theory]
    [InlineData("insertAdjacentHTML")]
    [InlineData("cloneNode")]
    public async Task A_copy_of_a_page_shows_a_view_once_and_after_the_withdrawal_nothing_that_was_granted(string how)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/branches");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("granted: Given");
        await walk.MarkDocumentAsync();
        await walk.Page.EvaluateAsync("how => { const main = document.querySelector('main'); window.copy = how == 'cloneNode' ? main.cloneNode(true) : main.innerHTML; }", how);

        await PutBackAsync();
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("granted: Given");
        Assert.Equal(1, await walk.Page.Locator("main iframe").CountAsync());

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: false })");
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("denied: NotDecided");
        await PutBackAsync();

        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("denied: NotDecided");
        Assert.Equal(0, await walk.Page.Locator("main iframe").CountAsync());
        Assert.True(await walk.IsMarkedAsync());

        Task PutBackAsync() => walk.Page.EvaluateAsync("() => { const main = document.querySelector('main'); copy.isConnected == null ? main.innerHTML = copy : main.replaceWith(copy.cloneNode(true)); }");
    }

    [Fact]
    public async Task A_view_stays_where_a_navigation_merges_a_page_that_differs_before_it()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/branches");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("granted: Given");
        await walk.MarkDocumentAsync();

        foreach (var (address, element) in new[] { ("/branches?listed=true", "main ul"), ("/branches", "main h1 + p"), ("/branches?listed=true", "main ul") })
        {
            await walk.Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
            await walk.Page.Locator(element).WaitForAsync();
            await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("granted: Given");
            Assert.Equal(1, await walk.Page.Locator("main iframe").CountAsync());
        }

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: false })");
        await Assertions.Expect(walk.Page.Locator("#branch:visible")).ToHaveTextAsync("denied: NotDecided");
        Assert.True(await walk.IsMarkedAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Without_script_nothing_of_it_is_loaded()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync($"{host.Url}/branches");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Foreign);
    }

    [Theory]
    [InlineData("/own-preferences", "/page-a")]
    [InlineData("/page-a", "/own-preferences", "/page-b")]
    public async Task Who_has_not_decided_is_asked_also_after_the_preferences_page(params string[] pages)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync(pages[0]);
        foreach (var page in pages[1..])
        {
            await walk.Page.Locator($"nav a[href='{page}']").ClickAsync();
            await walk.Page.WaitForFunctionAsync("path => location.pathname == path && document.readyState == 'complete' && window.innovexusConsent", page);
            await walk.SettledAsync();
            if (page == "/own-preferences")
            {
                await walk.Page.Locator("main form").WaitForAsync();
                Assert.False(await walk.Banner.IsVisibleAsync());
            }
        }

        await Assertions.Expect(walk.Banner).ToBeVisibleAsync();
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/page-a");
        Assert.Contains("a", await walk.RanAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Twenty_navigations_ask_for_the_state_once()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.OpenAsync("/page-b");
        var asked = walk.Requests.Count(request => request.EndsWith("/_ic/state", StringComparison.Ordinal));

        for (var i = 0; i < 20; i++)
        {
            await walk.FollowAsync(i % 2 == 0 ? "/page-a" : "/page-b");
        }

        Assert.Equal(["a", "b", "head"], (await walk.RanAsync()).Where(name => !name.StartsWith("view ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(asked, walk.Requests.Count(request => request.EndsWith("/_ic/state", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Interactive_components_take_the_visitors_state_from_the_browser()
    {
        await using var walk = await Walk.StartAsync(chromium, interactive.Url);
        await walk.OpenAsync("/live-b");
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");

        await walk.OpenAsync("/live-b");

        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Errors);
        Assert.DoesNotContain("fail: ", interactive.Output, StringComparison.Ordinal);
    }
}
