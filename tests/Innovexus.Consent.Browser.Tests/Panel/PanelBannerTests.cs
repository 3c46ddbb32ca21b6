using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Why the banner comes back: each fault is made, and the panel names it with its fix.</summary>
public class PanelBannerTests(Chromium chromium, HostWithPanel host, HostWithFaults faults) : IClassFixture<HostWithPanel>, IClassFixture<HostWithFaults>
{
    private const string Decision = "v1.1764000000000.granted.refused.";

    [Fact]
    public async Task Where_all_is_well_it_says_so()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");

        await ExpectAsync(walk, "Nothing here brings it back.");
    }

    [Fact]
    public async Task Cookies_are_blocked()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var session = await walk.Context.NewCDPSessionAsync(walk.Page);
        await session.SendAsync("Emulation.setDocumentCookieDisabled", new() { ["disabled"] = true });
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "This browser keeps no cookies of this page", "Allow cookies for this site");
    }

    [Fact]
    public async Task Something_in_front_takes_the_cookie_out()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        // Fetched from here, since what the driver fetches, it keeps cookies of.
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, route.Request.Url)
            {
                Content = new StringContent(route.Request.PostData!, null, "application/x-www-form-urlencoded"),
                Headers = { { "Origin", host.Url }, { "Accept", "application/json" } },
            };
            var answer = await client.SendAsync(request);
            await route.FulfillAsync(new() { Body = await answer.Content.ReadAsStringAsync(), ContentType = "application/json" });
        });
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Reject all");

        await ExpectAsync(walk, "did not keep the decision cookie", "POST /_ic/decision in the network tab");
    }

    [Fact]
    public async Task Two_cookies_have_the_name()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.Page.EvaluateAsync($"() => {{ document.cookie = 'ic_consent={Decision}; Path=/'; document.cookie = 'ic_consent={Decision}; Path=/page-a'; }}");
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "The browser has 2 cookies named 'ic_consent'", "Delete them all");
    }

    [Fact]
    public async Task Scripts_cannot_read_it()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddCookiesAsync([new() { Name = "ic_consent", Value = Decision, Url = host.Url, HttpOnly = true }]);
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "scripts cannot read it", "Exclude this cookie from the rewriting");
    }

    [Fact]
    public async Task The_page_comes_from_a_cache()
    {
        await using var walk = await Walk.StartAsync(chromium, faults.Url);
        string? kept = null;
        await walk.Context.RouteAsync("**/page-a", async route =>
        {
            kept ??= await (await route.FetchAsync()).TextAsync();
            await route.FulfillAsync(new() { Body = kept, ContentType = "text/html" });
        });
        await walk.OpenAsync("/page-a");
        using (var client = new HttpClient())
        {
            await client.PostAsync($"{faults.Url}/test/clock?days=0.01", null);
        }

        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "seconds before it was asked for, so it came from a cache", "Let no cache between");
    }

    [Fact]
    public async Task A_clock_is_wrong()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddHours(3));
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "minutes ahead of the server's", "by a source of time");
    }

    [Fact]
    public async Task The_domain_is_another_sites()
    {
        await using var walk = await Walk.StartAsync(chromium, faults.Url);
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "CookieDomain is 'example.localhost', which is no parent domain", "Set CookieDomain to 'localhost'");
    }

    [Fact]
    public async Task The_application_takes_http_for_https()
    {
        await using var walk = await Walk.StartAsync(chromium, faults.Url, new() { ExtraHTTPHeaders = [new("X-Forwarded-Proto", "https")] });
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "The page is http, and the application sees https", "Use https up to the browser");
    }

    [Fact]
    public async Task The_declarations_have_changed_and_the_vendor_is_named()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.Page.WaitForFunctionAsync("() => localStorage.ic_panel");
        // The next deployment, at the same address.
        await walk.Context.RouteAsync($"{host.Url}/**", async route => await route.FulfillAsync(new()
        {
            Response = await route.FetchAsync(new()
            {
                Url = route.Request.Url.Replace(host.Url, faults.Url, StringComparison.Ordinal),
                Headers = new Dictionary<string, string>(await route.Request.AllHeadersAsync()) { ["sec-fetch-site"] = "same-origin" },
            }),
        }));
        await walk.OpenAsync("/page-a");

        await ExpectAsync(walk, "The decision about 'analytics' was made about", "'google-analytics' was added.");
    }

    [Fact]
    public async Task A_policy_that_forbids_a_gates_content_is_named()
    {
        await using var walk = await Walk.StartAsync(chromium, faults.Url);
        await walk.OpenAsync("/panel");
        await walk.ChooseAsync("Accept all");
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();

        await Assertions.Expect(panel.Gates.Locator("li").Filter(new() { HasText = "frame.html" })).ToContainTextAsync("The Content-Security-Policy forbids it (frame-src)");
    }

    private static async Task ExpectAsync(Walk walk, params string[] texts)
    {
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        foreach (var text in texts)
        {
            await Assertions.Expect(panel.Banner).ToContainTextAsync(text);
        }
    }
}
