using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A page that answers a post: loading it again would post again.</summary>
public class PostedPageTests(Chromium chromium, HostWithoutEnforcement host, HostThatEnforces enforcing)
    : IClassFixture<HostWithoutEnforcement>, IClassFixture<HostThatEnforces>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawal_sends_nothing_twice_and_the_visitor_keeps_what_is_seen(bool enhanced)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await OrderAsync(walk, enhanced ? "/place-order?enhanced=true" : "/place-order");
        await walk.ChooseAsync("Accept all");
        Assert.Contains("head", await walk.RanAsync());
        var placed = await walk.Page.Locator("#placed").InnerTextAsync();
        var orders = Orders(walk);
        await walk.MarkDocumentAsync();

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your choice is saved. What already runs on this page stops when you open another page.");
        Assert.Contains(".refused_", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(placed, await walk.Page.Locator("#placed").InnerTextAsync());
        Assert.Equal(orders, Orders(walk));

        // What ran ends with the next page.
        await walk.Page.Locator("nav a[href='/page-b']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => location.pathname == '/page-b' && !window.marked && window.innovexusConsent");
        await walk.SettledAsync();
        Assert.Empty(await walk.RanAsync());
        Assert.Equal(orders, Orders(walk));
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_grant_on_a_page_with_a_view_sends_nothing_twice_and_the_next_page_shows_it(bool enhanced)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await OrderAsync(walk, enhanced ? "/place-order?enhanced=true" : "/place-order");
        var placed = await walk.Page.Locator("#placed").InnerTextAsync();
        var orders = Orders(walk);
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(placed, await walk.Page.Locator("#placed").InnerTextAsync());
        Assert.Equal("two is denied", await walk.Page.Locator("#two").InnerTextAsync());
        Assert.Equal(orders, Orders(walk));

        await walk.Page.Locator("nav a[href='/view']").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_grant_that_the_policy_has_to_admit_sends_nothing_twice_and_counts_on_the_next_page()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await OrderAsync(walk, "/place-order");
        var orders = Orders(walk);
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");
        await walk.SettledAsync();

        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(orders, Orders(walk));
        Assert.DoesNotContain("gated", await walk.RanAsync());

        await walk.Page.Locator("nav a[href='/gated']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.ran?.includes('gated')");
        Assert.Equal(orders, Orders(walk));
    }

    private static async Task OrderAsync(Walk walk, string path)
    {
        await walk.OpenAsync(path);
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#placed")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Order \d+ is placed"));
        await walk.SettledAsync();
    }

    private static int Orders(Walk walk) => walk.Requests.Count(request => request.StartsWith($"POST {walk.Url}/place-order", StringComparison.Ordinal));
}
