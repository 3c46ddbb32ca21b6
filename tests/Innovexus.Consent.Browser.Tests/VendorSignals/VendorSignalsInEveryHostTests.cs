namespace Innovexus.Consent.Browser.Tests;

/// <summary>The same words where the page is another's: rendered for all visitors, or by an interactive renderer.</summary>
public abstract class VendorSignalsInEveryHostTests(Chromium chromium, WebHost host)
{
    [Fact]
    public async Task What_comes_first_is_said_first_and_a_choice_before_what_it_lets_run()
    {
        await using var walk = await Heard.StartAsync(await Walk.StartAsync(chromium, host.Url), "/live-signals");

        await walk.ChooseAsync("Accept all");

        await walk.Page.WaitForFunctionAsync("() => (sessionStorage.heard ?? '').includes('call granted')");
        var heard = await Heard.WordsAsync(walk);
        Assert.Equal(["document", "dataLayer" + First, "_paq [\"requireConsent\"]", "dataLayer" + Heard.Update(true, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(true)], heard[..8]);
        Assert.Equal(["call granted", "ran ads", "ran counter false"], heard[8..].Order(StringComparer.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_visitor_who_returns_is_said_once_in_the_new_document()
    {
        await using var walk = await Heard.StartAsync(await Walk.StartAsync(chromium, host.Url), "/live-signals");
        await walk.ChooseAsync("Accept all");
        await Heard.ForgetAsync(walk);

        await walk.OpenAsync("/live-signals");
        await walk.Page.WaitForFunctionAsync("() => (sessionStorage.heard ?? '').includes('call granted')");

        var heard = await Heard.WordsAsync(walk);
        Assert.Equal(["document", "dataLayer" + Returning, "_paq [\"requireConsent\"]", "dataLayer" + Heard.Update(true, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(true)], heard[..8]);
        Assert.Equal(["call granted", "ran ads", "ran counter false"], heard[8..].Order(StringComparer.Ordinal));
    }

    protected virtual string First => Heard.Default(false, false);

    protected virtual string Returning => Heard.Default(true, true);
}

public class ServerVendorSignalsTests(Chromium chromium, HostWithServerAndSignals host) : VendorSignalsInEveryHostTests(chromium, host), IClassFixture<HostWithServerAndSignals>;

public class WebAssemblyVendorSignalsTests(Chromium chromium, HostWithWebAssemblyAndSignals host) : VendorSignalsInEveryHostTests(chromium, host), IClassFixture<HostWithWebAssemblyAndSignals>;

public class CacheableVendorSignalsTests(Chromium chromium, HostWithCacheableSignals host) : VendorSignalsInEveryHostTests(chromium, host), IClassFixture<HostWithCacheableSignals>
{
    // Who the visitor is only the browser knows, so whoever hears this waits a moment for what follows.
    protected override string First => """ ["consent","default",{"ad_storage":"denied","analytics_storage":"denied","wait_for_update":500}]""";

    protected override string Returning => First;
}
