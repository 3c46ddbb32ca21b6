namespace Innovexus.Consent.Browser.Tests;

/// <summary>The same words where the page is another's: rendered for all visitors, or by an interactive renderer.</summary>
public abstract class GoogleConsentModeInEveryHostTests(Chromium chromium, WebHost host)
{
    [Fact]
    public async Task The_default_comes_first_and_one_update_before_the_tags()
    {
        await using var walk = await Google.StartAsync(await Walk.StartAsync(chromium, host.Url));

        await walk.ChooseAsync("Accept all");

        await Google.AssertAsync(walk, ["document", First, Google.Redaction, Google.Update(true, true, true)], Google.Analytics, Google.Ads);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_visitor_who_returns_is_said_once_in_the_new_document()
    {
        await using var walk = await Google.StartAsync(await Walk.StartAsync(chromium, host.Url));
        await Google.AcceptAndForgetAsync(walk);

        await walk.OpenAsync("/live-vendors");

        await Google.AssertAsync(walk, ["document", Returning, Google.Redaction, Google.Update(true, true, true)], Google.Analytics, Google.Ads);
    }

    protected virtual string First => Google.Default(false, false, false);

    protected virtual string Returning => Google.Default(true, true, true);
}

public class ServerGoogleConsentModeTests(Chromium chromium, HostWithServerAndCatalogue host) : GoogleConsentModeInEveryHostTests(chromium, host), IClassFixture<HostWithServerAndCatalogue>;

public class WebAssemblyGoogleConsentModeTests(Chromium chromium, HostWithWebAssemblyAndCatalogue host) : GoogleConsentModeInEveryHostTests(chromium, host), IClassFixture<HostWithWebAssemblyAndCatalogue>;

public class CacheableGoogleConsentModeTests(Chromium chromium, HostWithCacheableCatalogue host) : GoogleConsentModeInEveryHostTests(chromium, host), IClassFixture<HostWithCacheableCatalogue>
{
    // Who the visitor is only the browser knows, so the tags wait a moment for what follows.
    protected override string First => Google.Default(false, false, false, ",\"wait_for_update\":500");

    protected override string Returning => First;
}
