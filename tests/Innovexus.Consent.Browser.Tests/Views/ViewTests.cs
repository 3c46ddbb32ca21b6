using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class ViewTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Fact]
    public async Task A_changed_verdict_refreshes_the_page_in_place_and_keeps_what_was_typed()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        await walk.MarkDocumentAsync();
        Assert.Equal("two is denied: NotDecided", await walk.Page.Locator("#two").InnerTextAsync());
        Assert.DoesNotContain("two is granted", await walk.Page.ContentAsync(), StringComparison.Ordinal);
        await walk.Page.Locator("#typed").FillAsync("half a sentence");
        await walk.Page.EvaluateAsync("scrollTo(0, 900)");
        var entries = await walk.Page.EvaluateAsync<int>("history.length");

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        await Assertions.Expect(walk.Page.Locator("#analytics")).ToBeVisibleAsync();
        Assert.True(await walk.IsMarkedAsync());
        Assert.Equal(900, await walk.Page.EvaluateAsync<int>("Math.round(scrollY)"));
        Assert.Equal("half a sentence", await walk.Page.Locator("#typed").InputValueAsync());
        Assert.Equal(entries, await walk.Page.EvaluateAsync<int>("history.length"));
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(["head", "view /view"], await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData("/view", "Reject all")]
    [InlineData("/page-a", "Accept all")]
    public async Task A_page_without_an_affected_view_is_not_asked_for_again(string page, string button)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync(page);

        await walk.ChooseAsync(button);

        Assert.Equal(1, walk.Requests.Count(request => request == $"GET {host.Url}{page}"));
    }

    [Fact]
    public async Task Withdrawing_what_only_a_view_showed_needs_no_full_load()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        await walk.MarkDocumentAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: false })");

        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is denied: Refused");
        Assert.True(await walk.IsMarkedAsync());
    }
}
