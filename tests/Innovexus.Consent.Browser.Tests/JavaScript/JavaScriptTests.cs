using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The global object and the events.</summary>
public class JavaScriptTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Fact]
    public async Task Decides_everything_nothing_or_a_few_and_tells_the_state()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        Assert.Equal(["consent", "necessary"], await GrantedAsync(walk, "innovexusConsent.state"));
        Assert.Equal(["consent", "necessary", "one"], await GrantedAsync(walk, "await innovexusConsent.decide({ one: true })"));
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Contains("three", await GrantedAsync(walk, "await innovexusConsent.decide('accept-all')"));
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(["analytics", "consent", "functional", "necessary", "one", "three", "two", "video"], await GrantedAsync(walk, "await innovexusConsent.decide({ marketing: false, three: true })"));
        Assert.Equal(
            (true, false, false),
            (await IsGrantedAsync(walk, "one"), await IsGrantedAsync(walk, "marketing"), await IsGrantedAsync(walk, "unknown")));
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.state.decidedAt > 0 && !innovexusConsent.state.banner && innovexusConsent.state.optional.includes('one')"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task The_state_is_a_copy()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        await walk.Page.EvaluateAsync("() => { const { granted, optional } = innovexusConsent.state; granted.push('one'); optional.length = 0 }");
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.state.optional.includes('one')"));

        Assert.False(await IsGrantedAsync(walk, "one"));
    }

    [Fact]
    public async Task Two_changes_after_a_refusal_that_was_not_saved_are_both_kept_and_the_vendor_is_told()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("async () => { window.tracker = { stop() { window.stopped = (window.stopped ?? 0) + 1 } }; await innovexusConsent.decide({ tracker: true }) }");
        await walk.Context.SetOfflineAsync(true);
        await walk.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");
        await walk.Context.SetOfflineAsync(false);

        await walk.Page.EvaluateAsync("Promise.all([innovexusConsent.decide({ video: true }), innovexusConsent.decide({ two: true })])");
        await walk.SettledAsync();

        Assert.Equal(["consent", "necessary", "two", "video"], await GrantedAsync(walk, "innovexusConsent.state"));
        Assert.Equal(1, await walk.Page.EvaluateAsync<int>("window.stopped"));
    }

    [Theory]
    [InlineData("opt-out")]
    [InlineData("limit")]
    public async Task An_objection_waits_for_the_choice_under_way_and_both_are_kept(string objection)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        var release = await walk.HoldAsync("**/_ic/decision");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.EvaluateAsync("objection => { window.objection = innovexusConsent.decide(objection) }", objection);
        release.SetResult();

        await walk.Page.EvaluateAsync("() => window.objection");
        await walk.SettledAsync();

        Assert.Equal(2, walk.Posts.Length);
        Assert.True(await IsGrantedAsync(walk, "one"));
        Assert.Contains(objection == "limit" ? "optout_sensitive" : "optout_sale", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Contains(".granted_", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_that_follow_each_other_closely_are_all_kept()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        await walk.Page.EvaluateAsync("Promise.all([innovexusConsent.decide({ one: true }), innovexusConsent.decide({ two: true }), innovexusConsent.decide({ video: true })])");

        Assert.Equal(["consent", "necessary", "one", "two", "video"], await GrantedAsync(walk, "innovexusConsent.state"));
        await walk.OpenAsync("/page-b");
        Assert.Equal(["consent", "necessary", "one", "two", "video"], await GrantedAsync(walk, "innovexusConsent.state"));
    }

    [Fact]
    public async Task A_change_after_a_refusal_that_was_not_saved_saves_that_first()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ three: true })");
        await walk.Context.SetOfflineAsync(true);
        await walk.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");
        await walk.SettledAsync();
        // Still offline: nothing changes.
        Assert.Equal(["consent", "necessary"], await GrantedAsync(walk, "await innovexusConsent.decide({ video: true })"));
        await walk.Context.SetOfflineAsync(false);

        Assert.Equal(["consent", "necessary", "video"], await GrantedAsync(walk, "await innovexusConsent.decide({ video: true })"));
        await walk.OpenAsync("/page-b");
        Assert.Equal(["consent", "necessary", "video"], await GrantedAsync(walk, "innovexusConsent.state"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("'everything'")]
    [InlineData("'deny-all'")]
    [InlineData("{ video: 'false' }")]
    public async Task A_choice_that_is_none_changes_nothing_and_names_the_fix(string choice)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        Assert.Equal(["consent", "necessary"], await GrantedAsync(walk, $"await innovexusConsent.decide({choice})"));

        Assert.Contains("'accept-all', 'reject-all', 'opt-out', 'limit', or a change such as", Assert.Single(walk.Errors), StringComparison.Ordinal);
        Assert.Empty(walk.Posts);
        Assert.True(await walk.Banner.IsVisibleAsync());
    }

    [Fact]
    public async Task Events_tell_each_id_once_and_a_withdrawal_after_it_is_kept()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddInitScriptAsync("""
            window.heard = [];
            for (const name of ['grant', 'revoke', 'change', 'settled']) {
              document.addEventListener('ic:' + name, event => heard.push([name, event.detail?.id ?? event.detail?.granted?.length ?? ''].join(' ').trim()));
            }
            """);
        await walk.OpenAsync("/page-b");
        Assert.Equal(["grant necessary", "grant consent", "change 2", "settled"], (await HeardAsync(walk)).Distinct());

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ video: true })");
        await walk.SettledAsync();
        Assert.Equal(["grant video", "change 3", "settled"], (await HeardAsync(walk)).Distinct());

        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            // Under way: not told yet.
            Assert.Equal(["change 2"], (await HeardAsync(walk)).Distinct());
            await route.ContinueAsync();
        });
        await walk.ChooseAsync("Reject all");
        Assert.Equal(["revoke video", "change 2", "settled"], (await HeardAsync(walk)).Distinct());
    }

    [Fact]
    public async Task Preferences_open_and_close_by_call_and_by_attribute()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        await walk.Page.EvaluateAsync("innovexusConsent.openPreferences()");
        Assert.True(await walk.Dialog.IsVisibleAsync());
        await walk.Page.EvaluateAsync("innovexusConsent.closePreferences()");
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await walk.Page.EvaluateAsync("document.querySelector('main').append(document.createRange().createContextualFragment('<button id=mine data-ic-open>Mine</button>'))");
        await walk.Page.Locator("#mine").ClickAsync();
        await walk.Dialog.WaitForAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(walk.Page.Locator("#mine")).ToBeFocusedAsync();
        Assert.Null(await walk.CookieAsync());
    }

    [Fact]
    public async Task Without_the_dialog_opening_goes_to_the_page()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/ic-ui.*js*", route => route.AbortAsync());
        await walk.OpenAsync("/page-b?x=1");

        await walk.Page.EvaluateAsync("() => { innovexusConsent.openPreferences() }");

        await walk.ArriveAsync("/_ic/preferences?return=%2Fpage-b%3Fx%3D1");
    }

    [Fact]
    public async Task In_Development_markup_with_an_unknown_id_is_shown_with_the_nearest()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/unknown");

        var shown = await walk.Page.Locator("#ic-dev > div").AllInnerTextsAsync();

        Assert.Contains(shown, text => text.Contains("<script> names 'onne'", StringComparison.Ordinal) && text.EndsWith("Did you mean 'one'?", StringComparison.Ordinal));
        Assert.Contains(shown, text => text.Contains("names 'Analytics'", StringComparison.Ordinal) && text.EndsWith("Did you mean 'analytics'?", StringComparison.Ordinal));
        Assert.Equal(4, shown.Count);
    }

    private static async Task<string[]> GrantedAsync(Walk walk, string expression) =>
        [.. (await walk.Page.EvaluateAsync<string[]>($"async () => ({expression}).granted")).Order(StringComparer.Ordinal)];

    private static Task<bool> IsGrantedAsync(Walk walk, string id) => walk.Page.EvaluateAsync<bool>("id => innovexusConsent.isGranted(id)", id);

    private static Task<string[]> HeardAsync(Walk walk) => walk.Page.EvaluateAsync<string[]>("heard.splice(0)");
}
