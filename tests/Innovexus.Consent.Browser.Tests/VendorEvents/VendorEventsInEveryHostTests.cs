namespace Innovexus.Consent.Browser.Tests;

/// <summary>Events and page views where the page is rendered, and routed, by each kind of host.</summary>
public abstract class VendorEventsInEveryHostTests(Chromium chromium, WebHost host)
{
    [Fact]
    public async Task Each_change_of_the_address_is_one_view()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/live");
        Assert.Empty(await Told.WordsAsync(walk));

        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "plain", Told.View("/live"));
        await Told.AssertAsync(walk, "meter", "meter load /live");

        await Told.FollowAsync(walk, "live-b", "Live B");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"));
        await Told.AssertAsync(walk, "meter", "meter load /live", "meter view /live-b /live");

        await walk.Page.EvaluateAsync("() => { location.hash = 'there' }");
        await walk.Page.EvaluateAsync("() => Blazor.navigateTo('/live-b?page=2')");
        await Told.ArriveAsync(walk, "/live-b?page=2", "Live B");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"), Told.View("/live-b?page=2"));

        await walk.Page.GoBackAsync();
        await Told.ArriveAsync(walk, "/live-b", "Live B");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"), Told.View("/live-b?page=2"), Told.View("/live-b#there"));
        // From the hash to none: the address is the same.
        await walk.Page.GoBackAsync();
        await walk.Page.GoBackAsync();
        await Told.ArriveAsync(walk, "/live", "Live");
        await Told.AssertAsync(walk, "plain", Told.View("/live"), Told.View("/live-b"), Told.View("/live-b?page=2"), Told.View("/live-b#there"), Told.View("/live"));
        Assert.DoesNotContain(await Told.WordsAsync(walk), line => line.StartsWith("follower", StringComparison.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task An_element_says_what_it_is_marked_with_to_those_that_are_granted()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/live-events");
        await walk.Page.Locator("#where").WaitForAsync();
        await walk.Page.Locator("#signup b").ClickAsync();
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ one: true })");
        await Told.AssertAsync(walk, "meter", "meter load /live-events");

        await walk.Page.Locator("#signup b").ClickAsync();

        await Told.AssertAsync(walk, "meter", "meter load /live-events", """meter signup {"plan":"pro","item_id":"7"}""");
        await Told.AssertAsync(walk, "plain");
        Assert.Empty(walk.Errors);
    }
}

/// <summary>The same, where components can call.</summary>
public abstract class InteractiveVendorEventsTests(Chromium chromium, WebHost host) : VendorEventsInEveryHostTests(chromium, host)
{
    private readonly Chromium _chromium = chromium;
    private readonly WebHost _host = host;

    protected virtual string Where => "Server";

    [Fact]
    public async Task A_component_says_events()
    {
        await using var walk = await Told.StartAsync(_chromium, _host.Url, "/live-events");
        await Microsoft.Playwright.Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(Where);
        await walk.ChooseAsync("Accept all");
        await Told.AssertAsync(walk, "meter", "meter load /live-events");

        await walk.Page.Locator("#bought").ClickAsync();
        await Told.AssertAsync(walk, "meter", "meter load /live-events", """meter bought {"plan":"pro","price":9.5,"deep":{"list":[1,2]}}""");
        await walk.Page.Locator("#paid").ClickAsync();

        await Told.AssertAsync(
            walk,
            "plain",
            Told.View("/live-events"),
            """plain {"event":"bought","with":[{"plan":"pro","price":9.5,"deep":{"list":[1,2]}}]}""",
            """plain {"event":"purchase","with":[{"currency":"EUR","value":5,"transaction_id":"T1","items":[{"item_id":"S1","price":5,"quantity":1}]}]}""");
        Assert.Empty(walk.Errors);
    }
}

public class StaticVendorEventsTests(Chromium chromium, HostWithEvents host) : VendorEventsInEveryHostTests(chromium, host), IClassFixture<HostWithEvents>;

public class AutoVendorEventsTests(Chromium chromium, HostWithAutoAndEvents host) : VendorEventsInEveryHostTests(chromium, host), IClassFixture<HostWithAutoAndEvents>;

public class ServerVendorEventsTests(Chromium chromium, HostWithServerAndEvents host) : InteractiveVendorEventsTests(chromium, host), IClassFixture<HostWithServerAndEvents>;

public class ServerPagesVendorEventsTests(Chromium chromium, HostWithServerPagesAndEvents host) : InteractiveVendorEventsTests(chromium, host), IClassFixture<HostWithServerPagesAndEvents>;

public class WebAssemblyVendorEventsTests(Chromium chromium, HostWithWebAssemblyAndEvents host) : InteractiveVendorEventsTests(chromium, host), IClassFixture<HostWithWebAssemblyAndEvents>
{
    protected override string Where => "WebAssembly";
}

public class StandaloneVendorEventsTests(Chromium chromium, StandaloneHost host) : InteractiveVendorEventsTests(chromium, host), IClassFixture<StandaloneHost>
{
    protected override string Where => "WebAssembly";
}
