namespace Innovexus.Consent.Browser.Tests;

/// <summary>Where vendors hear of choices too.</summary>
public class EventsAfterSignalsTests(Chromium chromium, HostWithSignalsAndEvents host) : IClassFixture<HostWithSignalsAndEvents>
{
    [Fact]
    public async Task A_choice_is_said_before_the_page_view_that_it_lets_through()
    {
        await using var walk = await Told.StartAsync(chromium, host.Url, "/live");
        await walk.Page.EvaluateAsync("() => { dataLayer.push = words => told('plain', words[1]) }");
        var release = await walk.HoldAsync("**/ic-signals*.js");

        await walk.Banner.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('three')");
        release.SetResult();

        await Told.AssertAsync(walk, "plain", "plain update", Told.View("/live"));
    }
}
