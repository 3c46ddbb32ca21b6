using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class InspectTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Inspect_shows_state_storage_and_requests_live()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/inspect");
        var state = walk.Page.Locator("inspect-state");
        await Assertions.Expect(state.GetByRole(AriaRole.Row, new() { Name = "signalbox" })).ToContainTextAsync("NotDecided");
        await Assertions.Expect(walk.Page.Locator("inspect-storage")).ToContainTextAsync("Nothing that scripts can see.");

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(state.GetByRole(AriaRole.Row, new() { Name = "signalbox" })).ToContainTextAsync("Given");
        await Assertions.Expect(walk.Page.Locator("inspect-storage")).ToContainTextAsync("_sa_session");
        await Assertions.Expect(walk.Page.Locator("inspect-requests")).ToContainTextAsync("POST /collect");

    }
}
