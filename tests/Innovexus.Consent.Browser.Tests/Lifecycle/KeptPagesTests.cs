using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Pages that the browser kept: in its back/forward cache, in a cache of HTML, ahead of time, in a session that it restored.</summary>
public class KeptPagesTests(Chromium chromium, Site site, HostWithoutPolicy host, HostWithOwnPreferences own)
    : IClassFixture<Site>, IClassFixture<HostWithoutPolicy>, IClassFixture<HostWithOwnPreferences>
{
    [Fact]
    public async Task From_the_back_forward_cache_a_page_takes_what_was_decided_meanwhile()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await WatchAsync(walk);
        Assert.True(await walk.Banner.IsVisibleAsync());
        await walk.OpenAsync("/pricing");
        await walk.ChooseAsync("Accept all");

        await walk.GoAsync("history.back()");

        await walk.Page.WaitForFunctionAsync("() => window.restored && innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("_sa", await walk.Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);

        // Its channel is open again.
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/");
        await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('signalbox')");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Withdrawn_meanwhile_a_page_from_the_back_forward_cache_stops_and_its_next_navigation_is_a_full_load()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await walk.FrameLoadedAsync();
        await WatchAsync(walk);
        await walk.OpenAsync("/privacy");
        // The load that follows must be over: it would overtake the way back.
        await walk.MarkDocumentAsync();
        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.innovexusConsent && !innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();

        await walk.GoAsync("history.back()");

        await walk.Page.WaitForFunctionAsync("() => window.restored && !innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();
        Assert.Equal(["ic_consent"], (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name));
        await walk.Page.Locator("nav a[href='/pricing']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => location.pathname == '/pricing' && !window.restored");
    }

    [Fact]
    public async Task From_the_back_forward_cache_a_grant_that_was_not_saved_does_not_override_a_later_refusal()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await WatchAsync(walk);
        await walk.Context.RouteAsync("**/_ic/decision", route => route.FulfillAsync(new() { Status = 500 }));
        await walk.ChooseAsync("Accept all");
        await walk.FrameLoadedAsync();
        await walk.Context.UnrouteAllAsync();
        await walk.OpenAsync("/pricing");
        await walk.ChooseAsync("Reject all");

        await walk.GoAsync("history.back()");

        await walk.Page.WaitForFunctionAsync("() => window.restored && !innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();
        Assert.Equal(["ic_consent"], (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name));
        Assert.Single(walk.Posts.Skip(1));
    }

    [Fact]
    public async Task From_the_back_forward_cache_a_page_heeds_a_refusal_that_waits_to_be_sent()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await walk.ChooseAsync("Accept all");
        await walk.FrameLoadedAsync();
        await WatchAsync(walk);
        await walk.OpenAsync("/privacy");
        await walk.Context.RouteAsync("**/_ic/decision", route => route.FulfillAsync(new() { Status = 500 }));
        await walk.Page.EvaluateAsync("innovexusConsent.decide('reject-all')");
        await walk.Context.UnrouteAllAsync();

        await walk.GoAsync("history.back()");

        // What had run there ends with a load.
        await walk.Page.WaitForFunctionAsync("() => !window.restored && location.pathname == '/blog' && window.innovexusConsent && !innovexusConsent.isGranted('signalbox')");
        await walk.SettledAsync();
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.ic_pending"));
    }

    [Fact]
    public async Task A_refusal_that_waited_and_was_sent_elsewhere_is_not_sent_again()
    {
        await using var browser = await chromium.LaunchAsync("--disable-back-forward-cache");
        await using var walk = await Walk.StartAsync(browser, site.Url);
        await walk.OpenAsync("/blog");
        await WatchAsync(walk);
        await walk.Context.RouteAsync("**/_ic/decision", route => route.FulfillAsync(new() { Status = 500 }));
        await walk.ChooseAsync("Reject all");
        await walk.Context.UnrouteAllAsync();
        await walk.OpenAsync("/pricing");
        await walk.SettledAsync();
        await walk.Page.EvaluateAsync("innovexusConsent.decide('accept-all')");

        await walk.GoAsync("history.back()");

        await walk.Page.WaitForFunctionAsync("() => window.restored && innovexusConsent.isGranted('signalbox')");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ signalbox: true })");
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('signalbox')"));
    }

    // As after a look at the site's own preferences page, which has no banner.
    [Theory]
    [InlineData("/page-a")]
    [InlineData("/own-preferences")]
    public async Task A_copy_that_is_older_than_the_page_before_asks_who_has_not_decided(string first)
    {
        await using var walk = await Walk.StartAsync(chromium, own.Url);
        var old = await (await walk.Context.APIRequest.GetAsync(own.Url + "/page-b")).TextAsync();
        await walk.Context.RouteAsync("**/page-b", async route => await route.FulfillAsync(new() { Response = await route.FetchAsync(), Body = old }));
        await walk.OpenAsync(first);
        if (first != "/own-preferences")
        {
            await walk.FollowAsync("/own-preferences");
        }

        Assert.False(await walk.Banner.IsVisibleAsync());
        await walk.MarkDocumentAsync();
        await walk.Page.Locator("nav a[href='/page-b']").ClickAsync();

        await Assertions.Expect(walk.Banner).ToBeVisibleAsync();
        Assert.Equal(first == "/page-a", await walk.IsMarkedAsync());
        await walk.SettledAsync();
        await walk.ChooseAsync("Reject all");
        await walk.FollowAsync("/page-a");
        Assert.False(await walk.Banner.IsVisibleAsync());
    }

    [Theory]
    [InlineData("Accept all")]
    [InlineData("Reject all")]
    public async Task A_session_that_the_browser_restores_goes_on_as_was_chosen(string button)
    {
        var profile = Directory.CreateTempSubdirectory();
        try
        {
            await using (var first = await chromium.LaunchProfileAsync(profile.FullName))
            {
                await using var walk = await Walk.StartAsync(first, host.Url);
                await walk.OpenAsync("/page-a");
                await walk.ChooseAsync(button);
            }

            await using var again = await chromium.LaunchProfileAsync(profile.FullName, "--restore-last-session");
            // A restored page tells nobody that it comes.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            IPage? restored;
            while ((restored = again.Pages.FirstOrDefault(page => page.Url.EndsWith("/page-a", StringComparison.Ordinal))) is null)
            {
                await Task.Delay(20, patience.Token);
            }

            await restored.WaitForFunctionAsync("() => window.innovexusConsent && innovexusConsent.settled.then(() => true)");
            Assert.Equal(button == "Accept all" ? ["a", "head", "view /page-a"] : [], (await restored.EvaluateAsync<string[]>("window.ran ?? []")).Order(StringComparer.Ordinal));
            Assert.False(await restored.Locator("[data-ic-banner]").IsVisibleAsync());
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_old_copy_of_a_page_asks_for_the_state_once()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        var old = await (await walk.Context.APIRequest.GetAsync(host.Url + "/page-a")).TextAsync();
        await walk.ChooseAsync("Accept all");
        await walk.Context.RouteAsync("**/page-a", route => route.FulfillAsync(new() { Body = old, ContentType = "text/html" }));

        await walk.OpenAsync("/page-a");

        Assert.Contains("a", await walk.RanAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Single(walk.Requests, request => request.EndsWith("/_ic/state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_copy_of_a_page_that_was_allowed_runs_nothing_after_the_withdrawal_nor_after_the_cookie_is_gone()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Accept all");
        var old = await (await walk.Context.APIRequest.GetAsync(host.Url + "/page-a")).TextAsync();
        await walk.Context.RouteAsync("**/page-a", route => route.FulfillAsync(new() { Body = old, ContentType = "text/html" }));
        await walk.OpenAsync("/page-a");
        Assert.Contains("a", await walk.RanAsync());

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !window.ran && !innovexusConsent.isGranted('one')");
        await walk.OpenAsync("/page-a");
        Assert.Empty(await walk.RanAsync());

        await walk.Context.ClearCookiesAsync();
        await walk.OpenAsync("/page-a");
        Assert.Empty(await walk.RanAsync());
    }

    [Theory]
    [InlineData("false", "true", true)]
    [InlineData("true", "false", false)]
    public async Task A_page_that_was_fetched_in_advance_takes_what_was_decided_meanwhile(string first, string then, bool runs)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync($"innovexusConsent.decide({{ two: {first} }})");
        await walk.Page.RunAndWaitForRequestFinishedAsync(() => walk.Page.EvaluateAsync("""
            () => {
                const rules = document.createElement('script');
                rules.type = 'speculationrules';
                rules.text = JSON.stringify({ prefetch: [{ urls: ['/twins'], eagerness: 'immediate' }] });
                document.head.append(rules);
            }
            """), new() { Predicate = request => request.Url.EndsWith("/twins", StringComparison.Ordinal) });
        await walk.Page.EvaluateAsync($"innovexusConsent.decide({{ two: {then} }})");

        await walk.GoAsync("location.href = '/twins'");
        // The driver now and then misses that a page which was there already has loaded.
        await walk.Page.WaitForFunctionAsync("() => location.pathname == '/twins' && document.readyState == 'complete'");
        await walk.SettledAsync();

        Assert.Equal("navigational-prefetch", await walk.Page.EvaluateAsync<string>("performance.getEntriesByType('navigation')[0].deliveryType"));
        Assert.Equal(runs, (await walk.RanAsync()).Contains("twin"));
    }

    [Fact]
    public async Task Without_an_answer_to_its_question_an_old_copy_runs_nothing()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Accept all");
        var old = await (await walk.Context.APIRequest.GetAsync(host.Url + "/page-a")).TextAsync();
        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !window.ran && !innovexusConsent.isGranted('one')");
        await walk.Context.RouteAsync("**/page-a", route => route.FulfillAsync(new() { Body = old, ContentType = "text/html" }));
        await walk.Context.RouteAsync("**/_ic/state", route => route.AbortAsync());

        await walk.OpenAsync("/page-a");

        Assert.Empty(await walk.RanAsync());
        Assert.Empty(await walk.Page.EvaluateAsync<string[]>("innovexusConsent.state.granted"));
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2040-01-01")]
    public async Task A_wrong_clock_in_the_browser_changes_nothing(string time)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Page.Clock.SetFixedTimeAsync(time);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        Assert.Contains("a", await walk.RanAsync());

        await walk.OpenAsync("/page-a");

        Assert.Equal(0, await walk.Banner.CountAsync());
        Assert.Contains("a", await walk.RanAsync());
        Assert.DoesNotContain(walk.Requests, request => request.EndsWith("/_ic/state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_servers_clock_that_was_set_back_still_keeps_the_visitors_own_choice()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            var answer = await route.FetchAsync();
            var body = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), "\"asOf\":\\d+", "\"asOf\":1");
            await route.FulfillAsync(new() { Response = answer, Body = body });
        });

        await walk.ChooseAsync("Accept all");

        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('one')"));
    }

    private static Task WatchAsync(Walk walk) => walk.Page.EvaluateAsync("() => addEventListener('pageshow', event => { window.restored = event.persisted })");
}
