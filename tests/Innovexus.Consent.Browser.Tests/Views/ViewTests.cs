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

    // .NET 11 without enhanced navigation: it changes the address, to load the page itself.
    [Fact]
    public async Task The_address_stays_as_it_is_where_the_framework_loads_pages_in_full()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view?page=1");
        await walk.Page.EvaluateAsync("() => { Blazor.navigateTo = uri => history.replaceState(null, '', uri + '?') }");
        await walk.MarkDocumentAsync();

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();

        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        Assert.False(await walk.IsMarkedAsync());
        Assert.Equal($"{host.Url}/view?page=1", walk.Page.Url);
    }

    [Fact]
    public async Task After_a_navigation_that_failed_a_changed_verdict_loads_the_page_whose_address_is_shown()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        // The framework raises none of its events then, but lets the error go.
        await walk.Page.EvaluateAsync("() => addEventListener('unhandledrejection', () => { window.failed = true })");
        await walk.Context.SetOfflineAsync(true);
        await walk.Page.Locator("nav a[href='/page-b']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => window.failed");
        await walk.Context.SetOfflineAsync(false);

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveCountAsync(0);
        await walk.SettledAsync();
        Assert.Contains("b", await walk.RanAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_leaves_while_the_page_is_refreshed_finds_nothing_of_it_on_the_next(bool beforeTheAnswer)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        await walk.Page.Locator("#typed").FillAsync("half a sentence");
        await walk.Page.EvaluateAsync("scrollTo(0, 900)");
        var answer = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        await walk.Context.RouteAsync(beforeTheAnswer ? "**/_ic/decision" : "**/view", async route =>
        {
            held.SetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await held.Task;
        var arrive = new TaskCompletionSource();
        await walk.Context.RouteAsync("**/typed", async route =>
        {
            if (beforeTheAnswer)
            {
                // The answer comes while the next page is on its way.
                answer.SetResult();
                await walk.Page.WaitForFunctionAsync("() => document.cookie.includes('ic_consent')");
                await walk.SettledAsync();
            }

            await route.ContinueAsync();
        });

        await walk.Page.Locator("nav a[href='/typed']").ClickAsync();

        await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync("Typed");
        answer.TrySetResult();
        await walk.SettledAsync();
        Assert.Equal("", await walk.Page.Locator("#typed").InputValueAsync());
        Assert.Equal(0, await walk.Page.EvaluateAsync<int>("Math.round(scrollY)"));
        Assert.Empty(walk.Errors);
    }

    // The answer comes while another page with a view is on its way, or comes in parts.
    [Fact]
    public async Task Who_goes_to_another_page_with_a_view_at_once_finds_it_as_was_chosen()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        var answer = new TaskCompletionSource();
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('two')");
        var first = true;
        await walk.Context.RouteAsync("**/streamed-view", async route =>
        {
            // Rendered before the choice, and here after it.
            var page = await route.FetchAsync();
            if (first)
            {
                first = false;
                answer.SetResult();
                await walk.SettledAsync();
            }

            await route.FulfillAsync(new() { Response = page });
        });

        await walk.Page.Locator("nav a[href='/streamed-view']").ClickAsync();

        await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync("Streamed view");
        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is granted");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_refusal_while_a_grant_is_being_shown_wins()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/view");
        var held = new TaskCompletionSource();
        var refused = new TaskCompletionSource();
        await walk.Context.RouteAsync("**/view", async route =>
        {
            // The page with the grant, which comes after the refusal.
            var page = await route.FetchAsync();
            if (held.TrySetResult())
            {
                await refused.Task;
            }

            await route.FulfillAsync(new() { Response = page });
        });
        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide({ two: true }) }");
        await held.Task;
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: false })");

        refused.SetResult();

        await Assertions.Expect(walk.Page.Locator("#two")).ToHaveTextAsync("two is denied: Refused");
        await walk.SettledAsync();
        Assert.Equal("two is denied: Refused", await walk.Page.Locator("#two").InnerTextAsync());
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
