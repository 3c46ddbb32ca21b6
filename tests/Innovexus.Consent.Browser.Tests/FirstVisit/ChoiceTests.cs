using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

[Collection("site log")]
public class ChoiceTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_was_chosen_runs_and_nothing_else_and_the_choice_lasts()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/pricing");
        var before = (await site.LogAsync()).Length;

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).CheckAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.SettledAsync();

        Assert.Equal("Preferences saved", await walk.Page.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        await walk.FollowAsync("/platform");
        await walk.OpenAsync("/pricing");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.DoesNotContain((await site.LogAsync())[before..], request => !request.StartsWith("analytics", StringComparison.Ordinal));
        Assert.Contains("analytics GET /script.js", (await site.LogAsync())[before..]);
    }

    [Fact]
    public async Task A_first_visits_refusal_causes_no_reload_and_nothing_runs()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/pricing");
        await walk.MarkDocumentAsync();
        var before = (await site.LogAsync()).Length;

        await walk.ChooseAsync("Reject all");

        Assert.True(await walk.IsMarkedAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        foreach (var page in new[] { "/platform", "/blog", "/pricing" })
        {
            await walk.FollowAsync(page);
        }

        Assert.True(await walk.IsMarkedAsync());
        await walk.OpenAsync("/pricing");
        Assert.Empty((await site.LogAsync())[before..]);
        Assert.Equal(["ic_consent"], (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name));
        Assert.Single(walk.Posts);
    }

    [Fact]
    public async Task Withdrawing_takes_one_click_in_the_settings_and_afterwards_nothing_more_is_asked_for()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/pricing");
        await walk.ChooseAsync("Accept all");
        await walk.OpenSettingsAsync();
        Assert.All(await walk.Dialog.GetByRole(AriaRole.Switch).AllAsync(), input => Assert.True(input.IsCheckedAsync().GetAwaiter().GetResult()));
        await walk.MarkDocumentAsync();

        var loaded = walk.Page.WaitForRequestAsync(request => request.IsNavigationRequest);
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await loaded;
        await walk.Page.WaitForLoadStateAsync();
        await walk.SettledAsync();

        // Something had run, so the page started over; once.
        Assert.False(await walk.IsMarkedAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        var after = (await site.LogAsync()).Length;
        foreach (var page in new[] { "/platform", "/", "/pricing" })
        {
            await walk.FollowAsync(page);
        }

        await walk.Page.ReloadAsync();
        await walk.SettledAsync();
        Assert.Empty((await site.LogAsync())[after..]);
    }

    [Fact]
    public async Task Withdrawing_what_has_not_run_causes_no_reload()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await walk.MarkDocumentAsync();

        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).UncheckAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.SettledAsync();

        Assert.True(await walk.IsMarkedAsync());
    }

    [Theory]
    [InlineData("Accept all", true)]
    [InlineData("Reject all", false)]
    public async Task The_choice_survives_a_new_profile_that_holds_only_that_cookie(string button, bool granted)
    {
        string cookie;
        await using (var first = await Walk.StartAsync(chromium, site.Url))
        {
            await first.OpenAsync("/");
            await first.ChooseAsync(button);
            cookie = (await first.CookieAsync())!;
        }

        await using var server = await AppProcess.StartAsync("samples/Innovexus.Site", ("ThirdParties:Urls", $"http://localhost:{AppProcess.FreePort()}"));
        await using var second = await Walk.StartAsync(chromium, server.Url);
        await second.Context.AddCookiesAsync([new() { Name = "ic_consent", Value = cookie, Url = server.Url }]);
        await second.OpenAsync("/");

        Assert.Equal(0, await second.Banner.CountAsync());
        Assert.Equal(granted, second.Foreign.Length > 0);
    }

    [Fact]
    public async Task Navigating_scrolling_and_escape_grant_nothing()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");

        await walk.Page.Keyboard.PressAsync("Escape");
        await walk.Page.Mouse.WheelAsync(0, 2000);
        await walk.FollowAsync("/privacy");
        await walk.Page.Keyboard.PressAsync("Escape");
        await walk.FollowAsync("/pricing");

        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Foreign);
        Assert.Null(await walk.CookieAsync());
    }

    [Fact]
    public async Task A_click_on_a_link_right_after_the_choice_does_not_lose_it()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");

        // Both in one task: the post is begun, then the document is left.
        await walk.Page.EvaluateAsync("""
            () => { document.querySelector('[value=accept-all]').click(); location.href = '/blog' }
            """);
        await walk.ArriveAsync("/blog");
        await walk.OpenAsync("/blog");

        Assert.Contains(".granted_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await walk.Banner.CountAsync());
    }
}
