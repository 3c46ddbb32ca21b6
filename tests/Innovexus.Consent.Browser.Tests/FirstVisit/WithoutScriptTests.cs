using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class WithoutScriptTests(Chromium chromium, Site site, HostWithoutPolicy host) : IClassFixture<Site>, IClassFixture<HostWithoutPolicy>
{
    private static readonly BrowserNewContextOptions NoScript = new() { JavaScriptEnabled = false };

    // The sample has its own preferences page; the host uses the built-in one and sends Referrer-Policy: no-referrer.
    public static TheoryData<bool, string> Ways => new()
    {
        { true, "Accept all" }, { true, "Reject all" }, { true, "Save" },
        { false, "Accept all" }, { false, "Reject all" }, { false, "Save" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_post_and_back_to_path_and_query(bool sample, string button)
    {
        var (url, path) = sample ? (site.Url, "/pricing?plan=2") : (host.Url, "/page-a?plan=2");
        await using var walk = await Walk.StartAsync(chromium, url, NoScript);
        await walk.Page.GotoAsync(url + path);

        if (button == "Save")
        {
            await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
            await walk.ArriveAsync(sample ? "/cookies?return=" : "/_ic/preferences?return=");
            Assert.Equal(0, await walk.Banner.CountAsync());
            Assert.False(await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());
            await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).CheckAsync();
            await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        }
        else
        {
            await walk.Banner.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        }

        await walk.ArriveAsync(path);
        Assert.Equal(0, await walk.Banner.CountAsync());
        Assert.Single(walk.Posts);
        Assert.Empty(walk.Foreign);

        // The preferences show the kept choice; "Cookie settings" is a plain link that carries the way back.
        await walk.SettingsLink.ClickAsync();
        await walk.ArriveAsync(sample ? "/cookies?return=" : "/_ic/preferences?return=");
        Assert.Equal(button != "Reject all", await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).IsCheckedAsync());
        Assert.Equal(button == "Accept all", await walk.Page.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).IsCheckedAsync());
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await walk.ArriveAsync(path);
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Built_in_page_is_a_styled_document_with_a_way_back()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, NoScript);
        await walk.Page.GotoAsync($"{host.Url}/_ic/preferences?return=%2Fpage-a");

        Assert.Equal("Cookie settings – Test host", await walk.Page.TitleAsync());
        Assert.Equal(1, await walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Cookie settings" }).CountAsync());
        Assert.NotEqual("0px", await walk.Page.Locator(".ic-actions button").First.EvaluateAsync<string>("button => getComputedStyle(button).borderRadius"));
        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();
        await walk.ArriveAsync("/page-a");
    }
}
