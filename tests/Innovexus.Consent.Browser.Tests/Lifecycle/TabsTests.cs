using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Two tabs of one visitor.</summary>
public class TabsTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Fact]
    public async Task A_grant_reaches_the_other_tab_without_a_reload()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await using var other = await one.NewTabAsync();
        await one.OpenAsync("/page-a");
        await other.OpenAsync("/page-a");
        await other.MarkDocumentAsync();

        await one.ChooseAsync("Accept all");

        await other.Page.WaitForFunctionAsync("() => window.ran?.includes('a')");
        await other.SettledAsync();
        Assert.False(await other.Banner.IsVisibleAsync());
        Assert.True(await other.IsMarkedAsync());
        Assert.Equal(await one.RanAsync(), await other.RanAsync());
        Assert.Single(one.Posts);
        Assert.Empty(other.Posts);
        Assert.Empty(other.Errors);
    }

    [Fact]
    public async Task A_grant_that_fails_late_does_not_override_what_was_refused_in_the_other_tab_meanwhile()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await using var other = await one.NewTabAsync();
        await one.OpenAsync("/page-a");
        await other.OpenAsync("/page-a");
        var fail = new TaskCompletionSource();
        await one.Page.RouteAsync("**/_ic/decision", async route =>
        {
            await fail.Task;
            await route.AbortAsync();
        });
        await one.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await one.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('one')");
        await other.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");

        fail.SetResult();

        await one.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('one')");
        await one.SettledAsync();
        Assert.False(await one.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task A_withdrawal_stops_the_other_tab_at_once_and_makes_its_next_navigation_a_full_load()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/");
        await one.ChooseAsync("Accept all");
        await using var other = await one.NewTabAsync();
        await other.OpenAsync("/tracker");
        await other.MarkDocumentAsync();
        await other.Page.EvaluateAsync("""
            () => {
                sessionStorage.setItem('tr_of_this_tab', 1);
                window.told = [];
                document.addEventListener('ic:revoke', event => told.push(event.detail.id));
            }
            """);

        await one.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");

        await other.Page.WaitForFunctionAsync("() => window.told.includes('tracker')");
        await other.SettledAsync();
        Assert.Equal(1, await other.Page.EvaluateAsync<int>("tracker.calls"));
        Assert.False(await other.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('one')"));
        Assert.Equal(["ic_clear", "stopped"], (await other.Page.EvaluateAsync<string[]>("Object.keys(sessionStorage)")).Order(StringComparer.Ordinal));
        // Nobody loses what they were typing.
        Assert.True(await other.IsMarkedAsync());
        var ran = await other.RanAsync();

        await other.Page.EvaluateAsync("window.rewrites = true");
        await other.Page.Locator("nav a[href='/page-a']").ClickAsync();
        await other.Page.WaitForFunctionAsync("() => !window.marked");
        await other.ArriveAsync("/page-a");
        await other.SettledAsync();
        Assert.Empty(await other.RanAsync());
        Assert.NotEmpty(ran);
        Assert.DoesNotContain(await other.Context.CookiesAsync(), cookie => cookie.Name.StartsWith("tr", StringComparison.Ordinal));
        Assert.Empty(await other.Page.EvaluateAsync<string[]>("Object.keys(localStorage)"));
        Assert.Empty(other.Errors);
    }

    [Fact]
    public async Task A_tab_that_missed_the_message_asks_before_it_opens_a_gate()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/");
        await one.ChooseAsync("Accept all");
        await using var other = await one.NewTabAsync();
        // Deaf to messages, as a tab that was frozen while they were sent.
        await other.Page.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} close() {} }");
        await other.OpenAsync("/page-b");
        await one.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await one.SettledAsync();

        await other.Page.EvaluateAsync("""
            document.querySelector('main').append(document.createRange().createContextualFragment('<script type="text/plain" data-ic="two">(window.ran ??= []).push("late")</script>'))
            """);
        await other.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('two')");
        await other.SettledAsync();

        Assert.DoesNotContain("late", await other.RanAsync());
        Assert.Single(other.Requests, request => request.EndsWith("/_ic/state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decided_in_two_tabs_at_once_both_follow_what_is_stored()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await using var other = await one.NewTabAsync();
        await other.Page.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} close() {} }");
        await one.OpenAsync("/page-b");
        await other.OpenAsync("/page-b");
        var held = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await one.Page.RouteAsync("**/_ic/decision", async route =>
        {
            var answer = await route.FetchAsync();
            asked.SetResult();
            await held.Task;
            // Without its headers: the browser has seen the cookie already, and another since.
            await route.FulfillAsync(new() { Body = await answer.TextAsync(), ContentType = "application/json" });
        });
        await one.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await asked.Task;
        await other.ChooseAsync("Reject all");

        // The answer of the tab that was first arrives last, with the other's cookie in the browser.
        held.SetResult();

        await one.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('one')");
        await one.SettledAsync();
        Assert.Contains(".granted.refused_", await one.CookieAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("keeps no cookies", await one.Page.GetByRole(AriaRole.Status).TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_dialog_follows_a_refusal_in_another_tab()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/page-b");
        await one.Page.EvaluateAsync("innovexusConsent.decide({ video: true })");
        await one.OpenSettingsAsync();
        await one.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing", Exact = true }).CheckAsync();
        await using var other = await one.NewTabAsync();
        await other.OpenAsync("/page-b");
        await other.ChooseAsync("Reject all");

        await one.Page.WaitForFunctionAsync("() => !document.querySelector('dialog [value=video]').checked");
        await one.ChooseInAsync(one.Dialog, "Save");

        // What was switched here meanwhile is saved; what was refused there stays refused.
        Assert.Matches(@"\.granted_marketing[A-Z]{4}\.", await one.CookieAsync());
    }

    [Fact]
    public async Task A_view_in_the_other_tab_is_refreshed_in_place()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await using var other = await one.NewTabAsync();
        await one.OpenAsync("/page-b");
        await other.OpenAsync("/view");
        await other.MarkDocumentAsync();
        await other.Page.Locator("#typed").FillAsync("half a sentence");

        await one.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");

        await Assertions.Expect(other.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        Assert.Equal("half a sentence", await other.Page.Locator("#typed").InputValueAsync());
        Assert.True(await other.IsMarkedAsync());
    }

    [Fact]
    public async Task Refused_in_another_tab_what_was_loaded_once_ends()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await using var other = await one.NewTabAsync();
        await one.OpenAsync("/page-b");
        await other.OpenAsync("/embed");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Load once: A film" }).ClickAsync();
        await other.Page.Locator("iframe[title='A film'][src]").WaitForAsync();

        await one.ChooseAsync("Reject all");

        await other.Page.Locator("iframe[title='A film']:not([src])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task A_script_that_waits_in_its_queue_does_not_run_while_the_state_is_in_doubt()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/page-b");
        await one.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await using var other = await one.NewTabAsync();
        await other.Page.AddInitScriptAsync("window.BroadcastChannel = class { postMessage() {} close() {} }");
        var held = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await other.Page.RouteAsync("**/vendor/first.js", async route =>
        {
            asked.SetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        await other.OpenAsync("/page-b");
        await other.Page.EvaluateAsync("""
            () => document.querySelector('main').append(document.createRange().createContextualFragment(
                '<script type="text/plain" data-ic="two" src="/vendor/first.js"></script><script type="text/plain" data-ic="two">(window.ran ??= []).push("second")</script>'))
            """);
        await asked.Task;
        await one.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await one.SettledAsync();

        held.SetResult();
        await other.Page.WaitForFunctionAsync("() => window.ran?.includes('first') && !innovexusConsent.isGranted('two')");
        await other.SettledAsync();

        Assert.DoesNotContain("second", await other.RanAsync());
    }

    [Fact]
    public async Task A_refusal_kept_offline_counts_in_the_other_tab_too()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/page-b");
        await one.ChooseAsync("Accept all");
        await using var other = await one.NewTabAsync();
        await other.OpenAsync("/page-b");
        await one.Context.SetOfflineAsync(true);

        await one.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");

        await other.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('one')");
        await one.Context.SetOfflineAsync(false);
    }

    [Fact]
    public async Task A_tab_that_opens_while_a_refusal_is_on_its_way_refuses_too_and_both_take_what_is_chosen_then()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/page-a");
        var release = new TaskCompletionSource();
        await one.Page.RouteAsync("**/_ic/decision", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await one.Banner.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await one.Page.WaitForFunctionAsync("() => localStorage.length > 0");

        await using var other = await one.NewTabAsync();
        await other.OpenAsync("/page-a");
        Assert.False(await other.Banner.IsVisibleAsync());
        release.SetResult();
        await one.SettledAsync();
        await other.SettledAsync();

        Assert.Single(other.Posts);
        Assert.Equal(0, await one.Page.EvaluateAsync<int>("localStorage.length"));
        await other.Page.EvaluateAsync("innovexusConsent.decide('accept-all')");
        await one.Page.WaitForFunctionAsync("() => window.ran?.includes('a')");
        await one.SettledAsync();
        Assert.Equal(await other.RanAsync(), await one.RanAsync());
        Assert.Empty(one.Errors.Concat(other.Errors));
    }

    [Fact]
    public async Task A_change_in_another_tab_comes_after_the_refusal_that_has_not_arrived()
    {
        await using var one = await Walk.StartAsync(chromium, host.Url);
        await one.OpenAsync("/page-a");
        await one.ChooseAsync("Accept all");
        await using var other = await one.NewTabAsync();
        await other.OpenAsync("/page-a");
        var release = new TaskCompletionSource();
        await one.Page.RouteAsync("**/_ic/decision", async route =>
        {
            await release.Task;
            await route.AbortAsync();
        });
        await one.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");

        // What ran there ends with a reload, which the change outlives.
        await other.Page.EvaluateAsync("() => { innovexusConsent.decide({ video: true }) }");
        await other.Page.WaitForFunctionAsync("() => document.cookie.includes('granted_video')");
        release.SetResult();

        await using var next = await one.NewTabAsync();
        await next.OpenAsync("/page-a");
        await next.SettledAsync();
        Assert.Equal(["consent", "necessary", "video"], (await next.Page.EvaluateAsync<string[]>("innovexusConsent.state.granted")).Order(StringComparer.Ordinal));
        Assert.Empty(await next.RanAsync());
    }
}
