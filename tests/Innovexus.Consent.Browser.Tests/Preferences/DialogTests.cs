using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class DialogTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Dialog_is_the_banners_sibling_titled_and_has_a_switch_for_each_category_that_starts_off()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.Dialog.WaitForAsync();

        Assert.Equal(1, await walk.Page.Locator("[data-permanent=ic-root] > dialog[open] ~ [data-ic-banner]").CountAsync());
        Assert.Equal(1, await walk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Cookie settings" }).CountAsync());
        foreach (var (name, on) in new[] { ("Necessary", true), ("Functional", false), ("Analytics", false), ("Marketing", false) })
        {
            var input = walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });
            Assert.Equal(on, await input.IsCheckedAsync());
            Assert.Equal(!on, await input.IsEnabledAsync());
            await Assertions.Expect(input).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex(".{20,}"));
        }

        Assert.Equal(["Save", "Accept all", "Reject all"], await walk.Dialog.Locator(".ic-actions button").AllInnerTextsAsync());
        var text = await walk.Dialog.TextContentAsync();
        Assert.All(new[] { "Innovexus", "Signalbox", "Adreach", "Helpline", "Counts visits and shows us which pages help." }, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal("https://adreach.example/privacy", await walk.Dialog.GetByRole(AriaRole.Link, new() { Name = "Privacy policy of Adreach", IncludeHidden = true }).GetAttributeAsync("href"));
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Close")]
    public async Task Escape_and_close_discard_and_focus_returns_to_what_opened_it(string how)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        var manage = walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" });
        await manage.FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).CheckAsync();

        if (how == "Escape")
        {
            await walk.Page.Keyboard.PressAsync("Escape");
        }
        else
        {
            await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = how }).ClickAsync();
        }

        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(manage).ToBeFocusedAsync();
        await walk.SettledAsync();
        Assert.Empty(walk.Posts);
        Assert.Empty(walk.Foreign);
        Assert.True(await walk.Banner.IsVisibleAsync());

        await walk.OpenSettingsAsync();
        Assert.False(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).IsCheckedAsync());
    }

    [Fact]
    public async Task After_saving_from_the_banner_focus_goes_to_the_link_that_opens_it_again()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        await Assertions.Expect(walk.SettingsLink).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Enter_on_a_switch_saves_and_never_accepts_all()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Functional" }).CheckAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await walk.SettledAsync();

        Assert.Matches(@"\.granted_functional[A-Z]{4}\.refused_analytics[A-Z]{4}_marketing[A-Z]{4}\.$", await walk.CookieAsync());
    }

    [Fact]
    public async Task On_the_sites_own_page_form_and_dialog_show_the_same_choice()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/cookies");
        var page = walk.Page.Locator("main form");
        Assert.Equal(0, await walk.Banner.CountAsync());

        Assert.False(await page.GetByText("You chose on").IsVisibleAsync());
        await page.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You chose on")).ToContainTextAsync("Your choice counts until");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        await walk.SettledAsync();
        await walk.OpenSettingsAsync();
        Assert.True(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());
        Assert.Equal(0, await walk.Page.EvaluateAsync<int>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size }"));

        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Marketing" })).ToBeCheckedAsync();
        Assert.True(await page.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());
    }

    [Fact]
    public async Task From_the_preferences_page_to_a_page_with_a_banner_there_is_one_load()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/cookies");
        await walk.Page.Locator("nav a[href='/blog']").ClickAsync();
        await walk.Banner.WaitForAsync();
        await walk.SettledAsync();

        Assert.EndsWith("/blog", walk.Page.Url, StringComparison.Ordinal);
        Assert.True(await walk.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task Settings_stand_on_every_page()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        foreach (var page in Site.Pages)
        {
            await walk.OpenAsync(page);
            await walk.OpenSettingsAsync();
            await walk.Page.Keyboard.PressAsync("Escape");
            await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_slow_form_never_disables_what_opened_it()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var release = await walk.HoldAsync("**/_ic/preferences?fragment*");
        await walk.OpenAsync("/");
        var manage = walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" });
        await manage.ClickAsync();
        await manage.ClickAsync();

        Assert.True(await manage.IsEnabledAsync());
        release.SetResult();
        await walk.Dialog.WaitForAsync();
        Assert.Single(walk.Requests, request => request.Contains("?fragment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_save_that_fails_once_the_dialog_is_closed_is_told_all_the_same()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var fail = new TaskCompletionSource();
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            await fail.Task;
            await route.FulfillAsync(new() { Status = 500 });
        });
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }).ClickAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        fail.SetResult();

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("not");
        Assert.Null(await walk.CookieAsync());
    }

    [Fact]
    public async Task Where_the_form_cannot_be_fetched_the_page_is_opened()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.Context.RouteAsync("**/_ic/preferences?fragment*", route => route.FulfillAsync(new() { Status = 500 }));
        await walk.OpenAsync("/");
        await walk.FollowAsync("/pricing");

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();

        await walk.ArriveAsync("/cookies?return=%2Fpricing");
    }
}
