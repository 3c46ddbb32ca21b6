using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Where no choice can be kept there is no banner, or it says so; never a loop.</summary>
public class NoBannerTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Theory]
    [InlineData("framer.localhost")]
    [InlineData("localhost")]
    public async Task A_framed_page_asks_nothing_and_runs_nothing(string framer)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var outer = $"http://{framer}:{new Uri(host.Url).Port}/framing";
        await walk.Context.RouteAsync("**/framing", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><link rel=icon href=data:,><iframe src='{host.Url}/page-a' width=800 height=600></iframe>",
        }));
        // The framework forbids foreign frames by default; a site may allow them.
        await walk.Context.RouteAsync("**/page-*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Headers = answer.Headers.Where(header => header.Key is not ("x-frame-options" or "content-security-policy")).ToDictionary(),
            });
        });
        await walk.Page.GotoAsync(outer);
        var frame = walk.Page.Frames[1];
        await frame.WaitForFunctionAsync("() => window.innovexusConsent");
        await frame.EvaluateAsync("innovexusConsent.settled");

        Assert.Equal(0, await frame.Locator("[data-ic-banner]:visible").CountAsync());
        await frame.Locator("nav a[href='/page-b']").ClickAsync();
        await frame.WaitForFunctionAsync("() => location.pathname == '/page-b'");
        await frame.EvaluateAsync("innovexusConsent.settled");
        await frame.Locator("nav a[href='/page-a']").ClickAsync();
        await frame.WaitForFunctionAsync("() => location.pathname == '/page-a'");

        Assert.Equal(0, await frame.Locator("[data-ic-banner]:visible").CountAsync());
        Assert.Empty(await frame.EvaluateAsync<string[]>("window.ran ?? []"));
        // Once as a document, then inside it: no load that would look for a banner.
        Assert.Equal(3, walk.Requests.Count(request => request.Contains("/page-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task With_cookies_blocked_a_choice_counts_for_the_document_and_the_visitor_is_told()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            var answer = await route.FetchAsync();
            await walk.Context.ClearCookiesAsync();
            await route.FulfillAsync(new() { Status = answer.Status, Body = await answer.TextAsync(), ContentType = "application/json" });
        });
        await walk.OpenAsync("/page-a");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("keeps no cookies");
        Assert.Contains("a", await walk.RanAsync());
        await walk.FollowAsync("/page-b");
        await walk.FollowAsync("/page-a");
        Assert.True(await walk.IsMarkedAsync());
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("b", await walk.RanAsync());
        Assert.Single(walk.Posts);
        Assert.Empty(walk.Errors);
    }

    // What Firefox does where cookies are blocked: neither storage nor a channel to other tabs can be had.
    [Fact]
    public async Task With_storage_and_channels_denied_the_page_works()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddInitScriptAsync("""
            const denied = () => { throw new DOMException('denied', 'SecurityError'); };
            for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel']) Object.defineProperty(window, name, { get: denied });
            """);
        await walk.OpenAsync("/page-a");

        await walk.ChooseAsync("Accept all");
        Assert.Contains("a", await walk.RanAsync());
        await walk.FollowAsync("/page-b");
        Assert.Contains("b", await walk.RanAsync());
        await walk.MarkDocumentAsync();
        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.innovexusConsent");
        await walk.SettledAsync();
        Assert.Empty(await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task With_cookies_blocked_in_the_browsers_settings_a_choice_counts_for_the_document()
    {
        var profile = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(profile.FullName, "Default"));
            await File.WriteAllTextAsync(
                Path.Combine(profile.FullName, "Default", "Preferences"), "{ \"profile\": { \"default_content_setting_values\": { \"cookies\": 2 } } }", TestContext.Current.CancellationToken);
            await using var browser = await chromium.LaunchProfileAsync(profile.FullName);
            await using var walk = await Walk.StartAsync(browser, host.Url);
            await walk.OpenAsync("/page-a");
            Assert.Equal("", await walk.Page.EvaluateAsync<string>("() => { document.cookie = 'a=1'; return document.cookie; }"));

            await walk.ChooseAsync("Accept all");

            await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("keeps no cookies");
            Assert.Contains("a", await walk.RanAsync());
            await walk.FollowAsync("/page-b");
            Assert.Contains("b", await walk.RanAsync());
            Assert.False(await walk.Banner.IsVisibleAsync());
            await walk.OpenAsync("/page-a");
            Assert.True(await walk.Banner.IsVisibleAsync());
            Assert.Empty(await walk.RanAsync());
            Assert.Empty(walk.Errors);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task With_cookies_blocked_a_withdrawal_ends_and_does_not_loop()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            var answer = await route.FetchAsync();
            await walk.Context.ClearCookiesAsync();
            await route.FulfillAsync(new() { Status = answer.Status, Body = await answer.TextAsync(), ContentType = "application/json" });
        });
        await walk.ChooseAsync("Accept all");
        await walk.MarkDocumentAsync();

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.innovexusConsent");
        await walk.SettledAsync();

        Assert.Empty(await walk.RanAsync());
        Assert.Equal(2, walk.Requests.Count(request => request == $"GET {host.Url}/page-a"));
    }

    [Fact]
    public async Task Another_sites_cookie_of_the_parent_domain_grants_nothing_and_ends_with_the_choice()
    {
        var url = $"http://www.app.localhost:{new Uri(host.Url).Port}";
        await using var walk = await Walk.StartAsync(chromium, url);
        foreach (var time in new[] { DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1) })
        {
            await walk.Context.AddCookiesAsync([new()
            {
                Name = "ic_consent", Value = $"v1.{time.ToUnixTimeMilliseconds()}.granted_analyticsAAAA_functionalBBBB_marketingCCCC.refused.", Domain = ".app.localhost", Path = "/",
            }]);
            await walk.OpenAsync("/page-a");
            Assert.True(await walk.Banner.IsVisibleAsync());
            Assert.Empty(await walk.RanAsync());
        }

        await walk.ChooseAsync("Accept all");

        Assert.Contains("a", await walk.RanAsync());
        Assert.Equal("www.app.localhost", Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name == "ic_consent").Domain);
    }

    [Theory]
    [InlineData("v0.1764000000000.analytics")]
    [InlineData("true")]
    [InlineData("%7B%22analytics%22%3Atrue%7D")]
    public async Task An_old_or_foreign_cookie_is_no_decision(string value)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddCookiesAsync([new() { Name = "ic_consent", Value = value, Url = host.Url }]);

        await walk.OpenAsync("/page-a");

        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Empty(await walk.RanAsync());
        await walk.ChooseAsync("Reject all");
        Assert.StartsWith("v1.", await walk.CookieAsync(), StringComparison.Ordinal);
    }
}
