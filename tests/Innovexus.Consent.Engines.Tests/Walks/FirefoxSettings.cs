namespace Innovexus.Consent.Engines.Tests;

/// <summary>What a visitor can set in Firefox.</summary>
[Collection("Firefox")]
public sealed class FirefoxSettings(FirefoxEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    [Fact]
    public Task Global_Privacy_Control_by_header_and_by_property() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/embed");
        Assert.True(await walk.EvaluateAsync<bool>("navigator.globalPrivacyControl"));
        Assert.Contains(walk.Relay.Requests, request => request is { Path: "/embed", Signal: "1" });
        Assert.True(await walk.SeesAsync(Walk.Banner), "It answers no question, and asks none.");

        await walk.ChooseAsync("accept-all");

        await walk.UntilAsync("document.querySelector(`iframe[title='A film'][src]`)");
        Assert.False(await walk.EvaluateAsync<bool>("innovexusConsent.isGranted('three')"));
        Assert.True(await walk.EvaluateAsync<bool>("innovexusConsent.isGranted('one')"));
        await walk.FollowAsync("/page-a");
        await walk.OpenAsync("/embed");
        Assert.False(await walk.EvaluateAsync<bool>("innovexusConsent.isGranted('three')"));
        Assert.DoesNotContain("advert.html", walk.Foreign);
        Assert.DoesNotContain("pixel.svg", walk.Foreign);
        await walk.OpenSettingsAsync();
        Assert.True(await walk.EvaluateAsync<bool>("document.querySelector('dialog [value=three]').disabled"));
    }, Profile.GlobalPrivacyControl);

    [Fact]
    public Task All_cookies_blocked() => WalkAsync(async walk =>
    {
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("accept-all");

        await walk.UntilAsync("window.ran?.includes('a')");
        Assert.False(await walk.SeesAsync(Walk.Banner));
        await walk.UntilAsync("document.querySelector('[role=status]').textContent.includes('keeps no cookies')");
        // It counts for the document, and the next one asks again.
        await walk.FollowAsync("/page-b");
        Assert.Contains("b", await walk.RanAsync());
        Assert.False(await walk.SeesAsync(Walk.Banner));
        await walk.OpenAsync("/page-a");
        Assert.True(await walk.SeesAsync(Walk.Banner));
        Assert.Empty(await walk.RanAsync());
        await walk.ChooseAsync("reject-all");
        await walk.FollowAsync("/page-b");
        Assert.Empty(await walk.RanAsync());
    }, Profile.CookiesBlocked);

    [Theory]
    [InlineData(Profile.PrivateWindow)]
    [InlineData(Profile.StrictTrackingProtection)]
    [InlineData(Profile.ResistFingerprinting)]
    public Task Accepted_and_withdrawn_under(Profile profile) => WalkAsync(AcceptAndWithdrawAsync, profile);
}

/// <summary>WebKit's tracking prevention.</summary>
[Collection("WebKit")]
public sealed class WebKitSettings(WebKitEngine engine, Sites sites) : EngineWalks(engine, sites)
{
    [Fact]
    public Task Accepted_and_withdrawn_under_tracking_prevention() => WalkAsync(AcceptAndWithdrawAsync, Profile.TrackingPrevention);
}
