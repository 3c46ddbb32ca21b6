using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class DeclarationsTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Table_keeps_its_roles_and_scrolls_nowhere_sideways(int width)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = 700 } });
        await walk.OpenAsync("/privacy");

        var table = walk.Page.GetByRole(AriaRole.Table, new() { Name = "Analytics" });
        Assert.Equal(2, await table.GetByRole(AriaRole.Rowheader).CountAsync());
        Assert.Equal(["Name", "Kind", "Purpose", "Kept for", "Set by", "Received by", "Stored now"], await table.GetByRole(AriaRole.Columnheader).AllTextContentsAsync());
        await Assertions.Expect(table.GetByRole(AriaRole.Row, new() { Name = "_sa Cookie" })).ToContainTextAsync("365 days");
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Without_script_the_column_that_only_scripts_fill_is_left_out()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync(site.Url + "/privacy");

        var headings = walk.Page.Locator(".ic-declarations table").First.Locator("thead th");

        Assert.Equal("Received by", await headings.Locator("visible=true").Last.InnerTextAsync());
        Assert.Equal(6, await headings.Locator("visible=true").CountAsync());
    }

    [Fact]
    public async Task On_paper_there_is_no_banner()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/privacy");
        Assert.True(await walk.Banner.IsVisibleAsync());

        await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.True(await walk.Page.GetByRole(AriaRole.Table, new() { Name = "Marketing" }).IsVisibleAsync());
    }
}
