using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Browsers send 64 KiB at most in requests that outlive their page; a page may have used that up.</summary>
public class BusyPageTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Fact]
    public async Task A_refusal_is_sent_also_where_the_page_has_much_on_its_way()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var release = await walk.HoldAsync("**/test/beacon");
        await walk.OpenAsync("/page-b");
        Assert.True(await walk.Page.EvaluateAsync<bool>("() => navigator.sendBeacon('/test/beacon', 'x'.repeat(65_536))"));

        await walk.ChooseAsync("Reject all");

        Assert.Contains(".refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Equal("", await walk.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        release.SetResult();
    }
}
