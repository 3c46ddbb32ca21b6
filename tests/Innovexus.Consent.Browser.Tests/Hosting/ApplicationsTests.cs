namespace Innovexus.Consent.Browser.Tests;

/// <summary>Two applications of one origin: nothing of the one reaches the other.</summary>
public class ApplicationsTests(Chromium chromium, TwoApplications host) : IClassFixture<TwoApplications>
{
    [Fact]
    public async Task Each_asks_once_and_keeps_its_own_decision()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/desk/page-a");
        var shop = await walk.NewTabAsync();
        await shop.OpenAsync("/shop/page-a");
        await shop.ChooseAsync("Accept all");

        await walk.Page.BringToFrontAsync();
        await walk.SettledAsync();
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Empty(await walk.RanAsync());
        await walk.ChooseAsync("Reject all");

        foreach (var visit in Enumerable.Range(0, 2))
        {
            await shop.OpenAsync("/shop/page-a");
            Assert.False(await shop.Banner.IsVisibleAsync());
            Assert.Contains("a", await shop.RanAsync());
            await walk.OpenAsync("/desk/page-a");
            Assert.False(await walk.Banner.IsVisibleAsync());
            Assert.Empty(await walk.RanAsync());
        }

        // Nor does either ask the server for what its page already tells.
        Assert.DoesNotContain(walk.Requests.Concat(shop.Requests), request => request.EndsWith("/_ic/state", StringComparison.Ordinal));
        Assert.Equal(
            ["__Host-ic_consent_desk", "__Host-ic_consent_shop"],
            (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name).Where(name => name.Contains("ic_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_refusal_that_waits_in_one_is_not_sent_by_the_other()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/shop/page-a");
        await walk.Context.RouteAsync("**/shop/_ic/decision", route => route.AbortAsync());
        await walk.ChooseAsync("Reject all");
        Assert.Equal(["ic_pending_shop"], await walk.Page.EvaluateAsync<string[]>("Object.keys(localStorage)"));

        await walk.OpenAsync("/desk/page-a");
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.DoesNotContain(walk.Posts, post => post.Contains("/desk/", StringComparison.Ordinal));

        await walk.Context.UnrouteAllAsync();
        await walk.OpenAsync("/shop/page-a");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal("__Host-ic_consent_shop", Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name.Contains("ic_", StringComparison.Ordinal)).Name);
    }
}
