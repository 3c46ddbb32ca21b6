using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Which vendor hears which event, and when.</summary>
public class VendorEventsTests(Chromium chromium, HostWithEvents host) : IClassFixture<HostWithEvents>
{
    private const string Load = "meter load /live";

    [Fact]
    public async Task An_event_is_said_to_who_is_granted_and_lost_for_the_others()
    {
        await using var walk = await StartAsync();
        await TrackAsync(walk, "'early'");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ one: true })");
        await TrackAsync(walk, "'middle', { when: new Date(0), deep: { list: [1.5, null, true] } }");

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ three: true })");

        await Told.AssertAsync(walk, "meter", Load, """meter middle {"when":"1970-01-01T00:00:00.000Z","deep":{"list":[1.5,null,true]}}""");
        await Told.AssertAsync(walk, "plain", Told.View("/live"));
    }

    [Fact]
    public async Task An_event_waits_for_a_grant_where_the_call_says_so_and_does_not_outlive_its_document()
    {
        await using var walk = await StartAsync();
        await TrackAsync(walk, "'kept', {}, { keepUntilGranted: true }");
        await Told.FollowAsync(walk, "live-b", "Live B");

        await walk.ChooseAsync("Accept all");

        await Told.AssertAsync(walk, "plain", """plain {"event":"kept","with":[{}]}""", Told.View("/live-b"));
        await Told.AssertAsync(walk, "meter", "meter load /live-b", "meter kept {}");
    }

    [Fact]
    public async Task An_event_waits_for_the_function_of_a_vendor_that_is_granted()
    {
        await using var walk = await StartAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await TrackAsync(walk, "'waits', { its: 'turn' }");
        await Told.AssertAsync(walk, "meter");

        await walk.Page.EvaluateAsync("() => Blazor.navigateTo('/live')");
        await Told.ArriveAsync(walk, "/live", "Live");

        // The loader counts the page that it comes to.
        await Told.AssertAsync(walk, "meter", Load, """meter waits {"its":"turn"}""");
        await Told.AssertAsync(walk, "plain", Told.View("/page-a"), """plain {"event":"waits","with":[{"its":"turn"}]}""", Told.View("/live"));
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_is_said()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "meter", Load);
        await walk.Page.EvaluateAsync("() => { sessionStorage.told = ''; setTimeout(() => innovexusConsent.decide('reject-all')) }");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !window.meter && !innovexusConsent.isGranted('one')");
        await walk.SettledAsync();

        await TrackAsync(walk, "'late'");
        await Told.FollowAsync(walk, "live-b", "Live B");

        Assert.Empty(await Told.WordsAsync(walk));
    }

    [Theory]
    [InlineData("document.body", "could not be cloned")]
    [InlineData("() => 1", "could not be cloned")]
    [InlineData("1n", "BigInt")]
    [InlineData("loop", "circular")]
    public async Task What_is_no_JSON_is_reported_and_said_to_nobody(string value, string problem)
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "meter", Load);

        await walk.Page.EvaluateAsync($"() => {{ const loop = {{}}; loop.loop = loop; innovexusConsent.track('bad', {{ value: {value} }}) }}");
        await TrackAsync(walk, "'good'");

        await Told.AssertAsync(walk, "meter", Load, "meter good {}");
        Assert.Contains(problem, Assert.Single(walk.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_taken_as_they_are_at_the_call()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");

        await walk.Page.EvaluateAsync("() => { const shared = {}; for (shared.n = 1; shared.n < 3; shared.n++) innovexusConsent.track('turn', shared) }");

        await Told.AssertAsync(walk, "meter", Load, """meter turn {"n":1}""", """meter turn {"n":2}""");
    }

    [Fact]
    public async Task A_vendor_whose_function_throws_holds_nobody_up_and_is_not_called_again()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("() => { meter.event = () => { told('meter throws'); throw new Error('broken') } }");

        await TrackAsync(walk, "'thrown'");
        await TrackAsync(walk, "'again'");

        await Told.AssertAsync(walk, "meter", Load, "meter throws", "meter throws");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), """plain {"event":"thrown","with":[{}]}""", """plain {"event":"again","with":[{}]}""");
        Assert.All(walk.Errors, error => Assert.Contains("Consent: meter.event failed.", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_that_answers_false_was_called_all_the_same()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("() => { meter.event = name => { told('meter ' + name); return false } }");

        await TrackAsync(walk, "'once'");
        await TrackAsync(walk, "'more'");

        await Told.AssertAsync(walk, "meter", Load, "meter once", "meter more");
    }

    [Fact]
    public async Task An_element_that_comes_later_says_its_event_too()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        // The page is asked for again, for the view in it.
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await walk.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button id=\"later\" data-ic-event=\"later\">Later</button>')");

        await walk.Page.Locator("#later").ClickAsync();

        await Told.AssertAsync(walk, "meter", Load, "meter later {}");
    }

    [Fact]
    public async Task A_link_that_leaves_says_its_event_first()
    {
        await using var walk = await StartAsync("/live-events");
        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "meter", "meter load /live-events");

        await walk.Page.Locator("#away").ClickAsync();
        await walk.ArriveAsync("/_ic/preferences");

        await Told.AssertAsync(walk, "meter", "meter load /live-events", "meter away {}");
    }

    [Fact]
    public async Task A_redirect_of_enhanced_navigation_is_one_view_of_where_it_leads()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");

        await walk.Page.EvaluateAsync("() => Blazor.navigateTo('/to-live-b')");
        await Told.ArriveAsync(walk, "/live-b", "Live B");

        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"));
        await Told.AssertAsync(walk, "meter", Load, "meter view /live-b /live");
    }

    [Fact]
    public async Task A_visitor_who_returns_is_seen_once()
    {
        await using var walk = await StartAsync();
        await walk.Context.AddInitScriptAsync("window.meter = { view: (...words) => window.told('meter view', ...words), event() {} }");
        await walk.ChooseAsync("Accept all");

        await walk.OpenAsync("/live");

        await Told.AssertAsync(walk, "meter", Load, Load);
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live"));
    }

    [Fact]
    public async Task What_a_static_page_says_in_Csharp_is_said_once_when_it_is_here()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("() => Blazor.navigateTo('/told')");
        await Told.ArriveAsync(walk, "/told", "Told");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/told"), Seen);
        await TrackAsync(walk, "'more'");

        await walk.Page.Locator("#order").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#ordered")).ToHaveTextAsync("True");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/told"), Seen, More, Seen, """plain {"event":"ordered","with":[{}]}""");

        await Told.FollowAsync(walk, "live-b", "Live B");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/told"), Seen, More, Seen, """plain {"event":"ordered","with":[{}]}""", Told.View("/live-b"));
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData("(visit > 1 || counted == 0)", "visit", "meter view /live ")]
    [InlineData("innovexusConsent.isGranted(call.id) ? window.icSay", "true ? window.icSay", "plain ")]
    public async Task Twin_a_module_without_this_guard_is_reported(string guard, string without, string wrong)
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        await Twin.ReplaceAsync(walk.Context, "ic-track.js", guard, without);
        // A function that stands in the page before the loader.
        await walk.Context.AddInitScriptAsync("window.meter = { view: (...words) => window.told('meter view', ...words), event() {} }");
        await using var told = await Told.StartAsync(walk, "/live");
        await told.Page.EvaluateAsync("innovexusConsent.decide({ one: true })");

        await told.OpenAsync("/live");
        await TrackAsync(told, "'event'");

        Assert.Contains(await Told.WordsAsync(told), line => line.StartsWith(wrong, StringComparison.Ordinal));
    }

    private const string More = """plain {"event":"more","with":[{}]}""";

    private const string Seen = """plain {"event":"seen","with":[{"text":"</script>"}]}""";

    private Task<Walk> StartAsync(string path = "/live") => Told.StartAsync(chromium, host.Url, path);

    private static Task TrackAsync(Walk walk, string arguments) => walk.Page.EvaluateAsync($"innovexusConsent.track({arguments})");
}
