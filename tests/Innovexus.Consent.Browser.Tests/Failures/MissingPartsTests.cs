using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The runtime late or blocked, the second module late or blocked, the root gone for a page.</summary>
public class MissingPartsTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("Accept all")]
    [InlineData("Reject all")]
    public async Task A_click_before_the_runtime_has_arrived_is_not_lost_and_not_posted_twice(string button)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var held = await walk.HoldAsync("**/_content/Innovexus.Consent/ic.*js");
        await walk.Page.GotoAsync(site.Url + "/blog", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.True(await walk.Banner.IsVisibleAsync());

        // The browser posts by itself, as without script; the runtime arrives with the next page.
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        held.SetResult();
        await walk.Page.WaitForFunctionAsync("() => !document.querySelector('[data-ic-banner]:not([hidden])')");
        await walk.SettledAsync();

        Assert.Single(walk.Posts);
        Assert.Contains(button == "Accept all" ? ".granted_" : ".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Equal(button == "Accept all", walk.Foreign.Length > 0);
    }

    [Fact]
    public async Task Switches_of_the_page_follow_a_choice_as_soon_as_a_late_second_module_is_there()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var held = await walk.HoldAsync("**/_content/Innovexus.Consent/ic-ui.*js");
        await walk.OpenAsync("/cookies");

        await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();

        await Assertions.Expect(walk.Page).ToHaveURLAsync(site.Url + "/cookies");
        held.SetResult();
        await Assertions.Expect(walk.Page.Locator("main").GetByRole(AriaRole.Switch, new() { Name = "Marketing" })).ToBeCheckedAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
    }

    [Fact]
    public async Task A_root_that_was_missing_on_a_page_between_does_not_end_the_settings()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        await walk.OpenSettingsAsync();
        // What an error page without the root leaves behind.
        await walk.Page.EvaluateAsync("() => { const root = document.querySelector('[data-permanent=ic-root]'); root.replaceWith(root.cloneNode(false)) }");

        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await walk.Page.EvaluateAsync("() => document.querySelector('[data-permanent=ic-root]').remove()");
        await walk.SettingsLink.ClickAsync();
        await walk.ArriveAsync("/cookies?return=%2Fblog");
    }

    // Browsers may keep a failed module for as long as the document lives, and some say "Load failed" for what a left page had on its way.
    [Fact]
    public async Task A_module_that_failed_once_is_fetched_again_and_the_script_that_needs_it_runs()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var failures = 2;
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/ic-scripts.*js*", route => failures-- > 0 ? route.AbortAsync() : route.ContinueAsync());
        await walk.OpenAsync("/privacy");
        await walk.Page.EvaluateAsync("() => { window.unhandled = []; addEventListener('unhandledrejection', event => unhandled.push(`${event.reason}`)) }");
        await walk.ChooseAsync("Accept all");

        await walk.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              Object.assign(script, { type: 'text/plain', text: 'window.module = true' });
              Object.assign(script.dataset, { ic: 'analytics', icType: 'module' });
              document.body.append(script);
            }
            """);
        await walk.SettledAsync();
        Assert.False(await walk.Page.EvaluateAsync<bool>("() => !!window.module"));

        // With the next change of the page.
        await walk.Page.EvaluateAsync("() => document.body.append(document.createElement('p'))");
        await walk.Page.WaitForFunctionAsync("() => window.module");
        Assert.Empty(await walk.Page.EvaluateAsync<string[]>("() => unhandled"));
    }

    [Theory]
    [InlineData("ic-ui")]
    [InlineData("ic-trusted")]
    public async Task A_second_module_that_failed_once_opens_the_settings_all_the_same(string file)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var failures = 1;
        await walk.Context.RouteAsync($"**/_content/Innovexus.Consent/{file}.*js*", route => failures-- > 0 ? route.AbortAsync() : route.ContinueAsync());
        await walk.OpenAsync("/privacy");

        await walk.OpenSettingsAsync();

        Assert.EndsWith("/privacy", walk.Page.Url, StringComparison.Ordinal);
        Assert.True(failures < 0);
    }

    [Fact]
    public async Task What_the_second_module_needs_is_fetched_again_where_it_failed_once()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        foreach (var file in new[] { "ic-gates", "ic-views" })
        {
            var failures = 1;
            await walk.Context.RouteAsync($"**/_content/Innovexus.Consent/{file}.*js*", route => failures-- > 0 ? route.AbortAsync() : route.ContinueAsync());
        }

        await walk.OpenAsync("/blog");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Load once: The link that failed every Tuesday (video)" }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("iframe[data-ic]").First).ToHaveAttributeAsync("src", new Regex("http"));

        await walk.OpenAsync("/privacy");
        await Assertions.Expect(walk.Page.Locator("[data-ic-stored='Cookie']").First).ToHaveTextAsync(new Regex("Yes|No"));
    }

    [Fact]
    public async Task With_the_runtime_blocked_everything_stays_off_the_page_works_and_the_form_still_posts()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/*.js", route => route.AbortAsync());
        await walk.Page.GotoAsync(site.Url + "/pricing");

        await walk.Page.Locator("nav a[href='/blog']").ClickAsync();
        await walk.ArriveAsync("/blog");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !document.querySelector('[data-ic-banner]')");

        Assert.Contains(".granted_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Empty(walk.Foreign);
        Assert.Single(walk.Posts);
    }

    [Fact]
    public async Task With_the_second_module_blocked_the_settings_open_as_a_page()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/ic-ui.*js*", route => route.AbortAsync());
        await walk.OpenAsync("/blog");

        await walk.SettingsLink.ClickAsync();

        await walk.ArriveAsync("/cookies?return=%2Fblog");
    }

    [Fact]
    public async Task A_choice_is_saved_whatever_navigation_has_made_of_the_runtimes_own_element()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");
        // As a page with another head does, when enhanced navigation makes another script of it.
        await walk.Page.EvaluateAsync("() => { const script = document.querySelector('script[data-ic-ui]'); for (const name of script.getAttributeNames()) script.removeAttribute(name); }");

        await walk.ChooseAsync("Accept all");

        Assert.NotNull(await walk.CookieAsync());
        Assert.Empty(walk.Errors);
    }
}
