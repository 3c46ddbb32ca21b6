using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A decision cookie that something changes on its way to the browser.</summary>
public class HeldCookieTests(Chromium chromium, HostBehindCookiePath moved, HostBehindCookiePathWithName named, HostBehindHttpOnly hidden)
    : IClassFixture<HostBehindCookiePath>, IClassFixture<HostBehindCookiePathWithName>, IClassFixture<HostBehindHttpOnly>
{
    [Fact]
    public async Task A_cookie_that_the_browser_refuses_is_named_with_the_fix_on_the_console_and_once_in_the_log()
    {
        await using var walk = await Walk.StartAsync(chromium, moved.Url);
        for (var visit = 0; visit < 2; visit++)
        {
            await walk.OpenAsync("/app/page-a");
            Assert.True(await walk.Banner.IsVisibleAsync());

            var warning = await WarningAsync(walk);

            Assert.Contains("'__Host-ic_consent_app'", warning, StringComparison.Ordinal);
            Assert.Contains("Consent:CookieName", warning, StringComparison.Ordinal);
        }

        Assert.Equal(2, moved.Output.Split("proxy_cookie_path").Length);
        Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name.Contains("ic_", StringComparison.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Under_a_name_without_the_prefix_the_choice_is_kept()
    {
        await using var walk = await Walk.StartAsync(chromium, named.Url);
        await walk.OpenAsync("/app/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.OpenAsync("/app/page-a");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("a", await walk.RanAsync());
        var cookie = Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name.Contains("consent", StringComparison.Ordinal));
        Assert.Equal(("app_consent", "/app/"), (cookie.Name, cookie.Path));
        Assert.DoesNotContain("proxy_cookie_path", named.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_scripts_cannot_read_is_told_apart()
    {
        await using var walk = await Walk.StartAsync(chromium, hidden.Url);
        await walk.OpenAsync("/page-a");

        Assert.Contains("HttpOnly", await WarningAsync(walk), StringComparison.Ordinal);
        Assert.DoesNotContain("proxy_cookie_path", hidden.Output, StringComparison.Ordinal);
    }

    // What the console says of the cookie after a choice.
    private static async Task<string> WarningAsync(Walk walk)
    {
        var warned = walk.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Type == "warning" && message.Text.Contains("decision cookie", StringComparison.Ordinal) });
        await walk.ChooseAsync("Accept all");
        return (await warned).Text;
    }
}
