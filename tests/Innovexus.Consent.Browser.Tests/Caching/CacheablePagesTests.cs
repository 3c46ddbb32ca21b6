using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Pages that are the same for all visitors, kept by the output cache under a policy of hashes.</summary>
public class CacheablePagesTests(Chromium chromium, HostWithCacheablePages host) : IClassFixture<HostWithCacheablePages>
{
    private const string Page = "/pages/live-b";

    // Each state in which the banner is seen by a frame, and what moves the page.
    private const string Watch = """
        window.seen = [];
        window.shifts = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        const frame = () => {
          const banner = document.querySelector('[data-ic-banner]');
          const text = banner?.hidden ? 'hidden' : 'shown';
          if (banner && seen.at(-1) != text) seen.push(text);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        """;

    [Fact]
    public async Task Who_has_not_decided_sees_the_banner_before_the_runtime_and_nothing_moves()
    {
        await using var walk = await StartAsync();
        var release = await HoldAsync(walk, "**/ic.*js");
        await walk.Page.GotoAsync(host.Url + Page, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.True(await walk.Banner.IsVisibleAsync());

        release.SetResult();
        await walk.SettledAsync();

        Assert.Equal(["shown"], await walk.Page.EvaluateAsync<string[]>("window.seen"));
        Assert.Equal(0, await walk.Page.EvaluateAsync<double>("window.shifts"));
        Assert.Empty(walk.Foreign);
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData("Accept all", "granted", new[] { "head", "view /pages/live-b", "live-b" })]
    [InlineData("Reject all", "denied", new string[0])]
    public async Task Who_has_decided_never_sees_it_again_though_the_page_is_the_cached_one(string button, string view, string[] ran)
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync(Page);
        await walk.ChooseAsync(button);
        await Assertions.Expect(walk.Page.Locator("#view:visible")).ToHaveTextAsync(view);
        Assert.Equal(ran, await walk.RanAsync());
        var release = await HoldAsync(walk, "**/_ic/state");

        var answer = await walk.Page.ReloadAsync();

        Assert.True(answer!.Headers.ContainsKey("age"));
        Assert.DoesNotContain("Cookie", answer.Headers.GetValueOrDefault("vary", ""), StringComparison.Ordinal);
        Assert.Empty(await walk.RanAsync());
        release.SetResult();
        await walk.SettledAsync();
        await Assertions.Expect(walk.Page.Locator("#view:visible")).ToHaveTextAsync(view);
        Assert.Equal(ran, await walk.RanAsync());
        Assert.Equal(["hidden"], await walk.Page.EvaluateAsync<string[]>("window.seen"));
        Assert.Equal(0, await walk.Page.EvaluateAsync<double>("window.shifts"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_choice_counts_at_once_also_before_the_state_is_there()
    {
        await using var walk = await StartAsync();
        var release = await HoldAsync(walk, "**/_ic/state");
        await walk.Page.GotoAsync(host.Url + Page);
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent");

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();

        await Assertions.Expect(walk.Banner).ToBeHiddenAsync();
        release.SetResult();
        await walk.SettledAsync();
        Assert.Contains("live-b", await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData("late")]
    [InlineData("never")]
    [InlineData("in time")]
    public async Task A_signal_is_heard_though_the_page_knows_nothing_of_it(string answer)
    {
        await using var walk = await StartAsync(new() { ExtraHTTPHeaders = new Dictionary<string, string> { ["Sec-GPC"] = "1" } });
        var release = await HoldAsync(walk, "**/_ic/state");
        await walk.Page.AddInitScriptAsync("document.addEventListener('ic:grant', event => { (window.grants ??= []).push(event.detail.id); });");
        if (answer == "in time")
        {
            release.SetResult();
        }
        else if (answer == "never")
        {
            await walk.Context.RouteAsync("**/_ic/state", route => route.AbortAsync());
        }

        await walk.Page.GotoAsync(host.Url + Page);
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent");
        if (answer != "late")
        {
            await walk.SettledAsync();
        }

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('accept-all'); }");
        release.TrySetResult();
        await walk.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('one')");
        await walk.SettledAsync();

        Assert.DoesNotContain("three", await walk.Page.EvaluateAsync<string[]>("window.grants"));
    }

    [Fact]
    public async Task Without_an_answer_nothing_runs()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync(Page);
        await walk.ChooseAsync("Accept all");
        await walk.Context.RouteAsync("**/_ic/state", route => route.AbortAsync());

        await walk.Page.ReloadAsync();
        await walk.SettledAsync();

        Assert.Empty(await walk.RanAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task Withdrawal_clears_the_document_and_shows_the_other_branch()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync(Page);
        await walk.ChooseAsync("Accept all");
        await walk.MarkDocumentAsync();

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();

        await Assertions.Expect(walk.Page.Locator("#view:visible")).ToHaveTextAsync("denied");
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Preferences_page_shows_no_banner_and_this_visitors_choice()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/_ic/preferences");
        Assert.False(await walk.Banner.IsVisibleAsync());

        await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }).ClickAsync();
        await walk.ChooseInAsync(walk.Page.Locator("main"), "Save");
        await walk.Page.ReloadAsync();

        Assert.True(await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }).IsCheckedAsync());
    }

    private async Task<Walk> StartAsync(BrowserNewContextOptions? options = null)
    {
        var walk = await Walk.StartAsync(chromium, host.Url, options);
        await walk.Context.AddInitScriptAsync(Watch);
        return walk;
    }

    /// <summary>Holds answers back until they are released.</summary>
    private static async Task<TaskCompletionSource> HoldAsync(Walk walk, string pattern)
    {
        var release = new TaskCompletionSource();
        await walk.Context.RouteAsync(pattern, async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        return release;
    }
}
