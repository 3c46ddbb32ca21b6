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

        await one.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");

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
        await one.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");
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
}
