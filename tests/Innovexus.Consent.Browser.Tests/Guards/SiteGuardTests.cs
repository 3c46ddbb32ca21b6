using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

[Collection("site log")]
public class SiteGuardTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_to_a_guarded_page_leads_to_its_refusal_and_from_there_to_the_page(bool script)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { JavaScriptEnabled = script });
        await walk.Page.GotoAsync($"{site.Url}/inspect");

        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Insights" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This page needs your permission");
        Assert.Equal($"{site.Url}/insights", walk.Page.Url);
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow Analytics" }).ClickAsync();

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Insights");
        Assert.Equal($"{site.Url}/insights", walk.Page.Url);
        // What was not asked for is still undecided.
        await Assertions.Expect(walk.Banner).ToBeVisibleAsync();
    }
}
