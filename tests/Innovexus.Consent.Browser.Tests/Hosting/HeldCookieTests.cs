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
    public async Task A_cookie_that_scripts_cannot_read_is_told_apart_and_the_choice_counts()
    {
        await using var walk = await Walk.StartAsync(chromium, hidden.Url);
        await walk.OpenAsync("/page-a");

        Assert.Contains("HttpOnly", await WarningAsync(walk), StringComparison.Ordinal);
        Assert.Equal("", await walk.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.DoesNotContain("proxy_cookie_path", hidden.Output, StringComparison.Ordinal);

        await walk.OpenAsync("/page-b");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("b", await walk.RanAsync());
        Assert.True((await walk.Context.CookiesAsync()).Single(cookie => cookie.Name.EndsWith("ic_consent", StringComparison.Ordinal)).HttpOnly);
        Assert.Empty(walk.Errors);
    }

    // As the browser's history brings a page back: with all that it knew.
    [Fact]
    public async Task Under_a_cookie_that_scripts_cannot_read_a_page_that_comes_back_opens_nothing_that_was_withdrawn()
    {
        await using var walk = await Walk.StartAsync(chromium, hidden.Url);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Accept all");
        await using (var other = await walk.NewTabAsync())
        {
            // Which the page that was put away cannot hear.
            await other.Page.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} close() {} }");
            await other.OpenAsync("/page-b");
            await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
            await other.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('two')");
            await other.SettledAsync();
        }

        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('two')"));
        await walk.Page.EvaluateAsync("""
            () => {
              dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
              document.querySelector('main').insertAdjacentHTML('beforeend', '<script type="text/plain" data-ic="two">(window.ran ??= []).push("late")</' + 'script>');
            }
            """);
        await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('two')");
        await walk.SettledAsync();

        Assert.DoesNotContain("late", await walk.RanAsync());
    }

    [Fact]
    public async Task Under_a_cookie_that_scripts_cannot_read_an_answer_from_before_a_refusal_does_not_count()
    {
        await using var walk = await Walk.StartAsync(chromium, hidden.Url);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Accept all");
        var (asked, release, first) = (new TaskCompletionSource(), new TaskCompletionSource(), true);
        await walk.Page.RouteAsync("**/_ic/state", async route =>
        {
            var answer = await route.FetchAsync();
            if (first)
            {
                first = false;
                asked.SetResult();
                await release.Task;
            }

            await route.FulfillAsync(new() { Response = answer });
        });
        // Nothing that ran, so that the page is not loaded again.
        await walk.Page.EvaluateAsync("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })) }");
        await asked.Task;

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide({ video: false }).then(() => window.decided = true) }");
        await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('video')");
        release.SetResult();
        await walk.SettledAsync();

        Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('video')"));
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('two')"));
    }

    // As the browser makes a page in advance, which it does under no driver.
    [Fact]
    public async Task Under_a_cookie_that_scripts_cannot_read_a_page_made_in_advance_knows_what_was_decided_by_then()
    {
        await using var walk = await Walk.StartAsync(chromium, hidden.Url);
        await walk.Page.AddInitScriptAsync("Object.defineProperty(document, 'prerendering', { value: true, configurable: true })");
        await walk.OpenAsync("/page-b");
        await using (var other = await walk.NewTabAsync())
        {
            await other.OpenAsync("/page-a");
            await other.ChooseAsync("Accept all");
        }

        await walk.Page.EvaluateAsync("() => { delete document.prerendering; document.dispatchEvent(new Event('prerenderingchange')) }");
        await walk.SettledAsync();

        Assert.Contains("b", await walk.RanAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(walk.Errors);
    }

    // What the console says of the cookie after a choice.
    private static async Task<string> WarningAsync(Walk walk)
    {
        var warned = walk.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Type == "warning" && message.Text.Contains("decision cookie", StringComparison.Ordinal) });
        await walk.ChooseAsync("Accept all");
        return (await warned).Text;
    }
}
