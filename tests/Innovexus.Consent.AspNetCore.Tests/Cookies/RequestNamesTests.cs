using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Applications on one host, each with a decision of its own.</summary>
public class RequestNamesTests
{
    [Theory]
    [InlineData("http://localhost", "")]
    [InlineData("https://localhost", "__Host-")]
    public async Task Two_applications_below_paths_of_one_host_keep_two_decisions(string site, string prefix)
    {
        await using var shop = await StartAsync("/shop");
        await using var desk = await StartAsync("/desk");
        await using var root = await StartAsync(null);
        var cookies = new CookieContainer();
        var (inShop, inDesk, inRoot) = (Browser(shop, site, cookies), Browser(desk, site, cookies), Browser(root, site, cookies));

        await inShop.PostAsync("/shop/_ic/decision", Form("accept-all"));
        Assert.Equal("necessary consent", await inDesk.GetStringAsync("/desk/state"));
        await inDesk.PostAsync("/desk/_ic/decision", Form("reject-all"));
        await inRoot.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));

        Assert.Equal("necessary consent analytics stats marketing ads", await inShop.GetStringAsync("/shop/state"));
        Assert.Equal("necessary consent", await inDesk.GetStringAsync("/desk/state"));
        Assert.Equal("necessary consent analytics stats", await inRoot.GetStringAsync("/state"));
        Assert.Equal(
            [$"{prefix}ic_consent", $"{prefix}ic_consent_desk", $"{prefix}ic_consent_shop"],
            cookies.GetAllCookies().Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_path_base_in_another_case_is_the_same_application()
    {
        await using var host = await StartAsync("/shop");
        var browser = host.Browser(new());

        await browser.PostAsync("/SHOP/_ic/decision", Form("accept-all"));

        Assert.Contains("ads", await browser.GetStringAsync("/Shop/state"), StringComparison.Ordinal);
    }

    // The path base is gone again when a response without a body starts, and is not yet there in front of UsePathBase.
    [Fact]
    public async Task Whoever_asks_and_whenever_it_is_one_decision()
    {
        var before = new List<bool>();
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.Use((context, next) =>
                {
                    before.Add(context.GetConsent()["stats"].Granted);
                    return next(context);
                });
                app.UsePathBase("/shop");
                app.MapPost("/language", (HttpContext context) =>
                {
                    context.Response.Cookies.Append("_st_1", "de");
                    return Results.Redirect("/shop/page");
                });
            },
            after: services => services.Configure<ConsentOptions>(options => options.Registry.Vendor("stats").AddCookie("_st_*", "Tests")));
        var browser = host.Browser(new());

        await browser.PostAsync("/shop/_ic/decision", Form("accept-all"));

        Assert.Contains("stats", await browser.GetStringAsync("/shop/state"), StringComparison.Ordinal);
        Assert.StartsWith("_st_1=de", Assert.Single((await browser.PostAsync("/shop/language", null)).Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", await browser.GetStringAsync("/shop/page"), StringComparison.Ordinal);
        // In front of the path base the application's decision is not known, and nothing is granted.
        Assert.DoesNotContain(true, before);
    }

    [Fact]
    public async Task Where_nobody_asks_before_the_response_starts_a_cookie_without_a_body_passes_too()
    {
        await using var host = await StartAsync("/shop", app => app.MapGet("/set", (HttpContext context) =>
        {
            context.Response.Cookies.Append("_st_1", "a");
            return Results.NoContent();
        }));
        var browser = host.Browser(new());
        Assert.False((await browser.GetAsync("/shop/set")).Headers.Contains("Set-Cookie"));

        await browser.PostAsync("/shop/_ic/decision", Form("accept-all"));

        Assert.True((await browser.GetAsync("/shop/set")).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_scheme_that_is_forwarded_after_somebody_asked_is_the_one_that_counts()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.Use((context, next) =>
            {
                _ = context.GetConsent();
                return next(context);
            });
            app.UseForwardedHeaders(new() { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto });
        });
        var browser = host.Browser();
        browser.BaseAddress = new("https://localhost");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_else_that_is_kept_follows_the_name()
    {
        await using var host = await StartAsync("/shop", configure: options => options.PolicyVersions.Add(new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "We keep less.", Material = true }));
        var browser = Browser(host, "https://localhost", new());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "document");

        var seen = await browser.PostAsync("/shop/_ic/decision", Form("acknowledge", ("version", "2026-11")));
        var optedIn = await browser.PostAsync("/shop/_ic/decision", Form("opt-in", ("confirm", "yes")));

        Assert.Equal(["ic_policy_shop"], Names(seen));
        Assert.Equal(["__Host-ic_consent_shop", "__Host-ic_signal_shop"], Names(optedIn).Order(StringComparer.Ordinal));
        Assert.Contains("ads", await browser.GetStringAsync("/shop/state"), StringComparison.Ordinal);
        var page = await browser.GetStringAsync("/shop/page");
        Assert.Contains("data-ic-cookie=\"__Host-ic_consent_shop\" data-ic-tail=\"_shop\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"policy\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://localhost", false)]
    [InlineData("http://localhost", true)]
    public async Task A_page_names_the_cookie_only_where_the_runtime_does_not_know_it(string site, bool named)
    {
        await using var host = await StartAsync(null);

        var page = await Browser(host, site, new()).GetStringAsync("/page");

        Assert.Equal(named, page.Contains("data-ic-cookie=\"ic_consent\"", StringComparison.Ordinal));
        Assert.Equal(named, page.Contains("data-ic-cookie", StringComparison.Ordinal));
        Assert.DoesNotContain("data-ic-tail", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop_consent", "https://localhost", "shop_consent")]
    [InlineData("shop_consent", "http://localhost", "shop_consent")]
    [InlineData("__Host-shop_consent", "https://localhost", "__Host-shop_consent")]
    [InlineData("__Host-shop_consent", "http://localhost", "shop_consent")]
    [InlineData("__Secure-shop_consent", "https://localhost", "__Secure-shop_consent")]
    [InlineData("ic_consent", "https://localhost", "ic_consent")]
    public async Task A_name_of_the_sites_own_is_taken_as_it_is_below_every_path(string given, string site, string name)
    {
        await using var shop = await StartAsync("/shop", configure: options => options.CookieName = given);
        await using var desk = await StartAsync("/desk", configure: options => options.CookieName = given);
        var cookies = new CookieContainer();

        var answer = await Browser(shop, site, cookies).PostAsync("/shop/_ic/decision", Form("accept-all"));

        Assert.Equal([name], Names(answer));
        Assert.Contains("path=/;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Contains("ads", await Browser(desk, site, cookies).GetStringAsync("/desk/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sites_that_share_a_domain_share_the_decision_whatever_their_paths()
    {
        await using var shop = await StartAsync("/shop", configure: options => options.CookieDomain = "example.com");
        await using var desk = await StartAsync("/desk", configure: options => options.CookieDomain = "example.com");
        var cookies = new CookieContainer();

        Assert.Equal(["ic_consent"], Names(await Browser(shop, "https://a.example.com", cookies).PostAsync("/shop/_ic/decision", Form("accept-all"))));

        Assert.Contains("ads", await Browser(desk, "https://b.example.com", cookies).GetStringAsync("/desk/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_visitors_decide_below_two_paths_of_one_application_the_log_says_how_they_share()
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.UsePathBase("/en");
                app.UsePathBase("/de");
            },
            services: services => services.AddFakeLogging());
        var browser = host.Browser(new());
        foreach (var path in new[] { "/en", "/EN", "/de", "/en", "/de" })
        {
            await browser.PostAsync($"{path}/_ic/decision", Form("accept-all"));
        }

        var told = Assert.Single(Logged(host));
        Assert.Contains("'/en/' and '/de/'", told.Message, StringComparison.Ordinal);
        Assert.Contains("Consent:CookieName", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task A_cookie_that_a_browser_refused_is_logged_once_with_the_cause_and_told_in_development(string environment, bool told)
    {
        await using var host = await Host.StartAsync(environment: environment, services: services => services.AddFakeLogging());
        var browser = Browser(host, "https://localhost", new());

        Assert.Null(await ProblemAsync(browser, "/_ic/state"));
        Assert.Empty(Logged(host));
        var problem = await ProblemAsync(browser, "/_ic/state?refused");
        Assert.Equal(problem, await ProblemAsync(browser, "/_ic/state?refused"));

        var message = Assert.Single(Logged(host), entry => entry.Level == LogLevel.Warning).Message;
        Assert.Equal(told ? message : null, problem);
        foreach (var part in new[] { "'__Host-ic_consent'", "proxy_cookie_path", "Consent:CookieName", "'ic_consent'" })
        {
            Assert.Contains(part, message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("none", null)]
    [InlineData(null, null)]
    [InlineData("same-origin", "__Host-ic_consent=1")]
    public async Task Nobody_but_a_page_of_the_site_that_comes_without_the_cookie_uses_up_that_log(string? site, string? cookie)
    {
        await using var host = await Host.StartAsync(environment: "Development", services: services => services.AddFakeLogging());
        using var claim = new HttpRequestMessage(HttpMethod.Get, "https://localhost/_ic/state?refused");
        claim.Headers.Add(site is null ? "X-None" : "Sec-Fetch-Site", site ?? "");
        claim.Headers.Add(cookie is null ? "X-None" : "Cookie", cookie ?? "");

        Assert.DoesNotContain("problem", await (await host.Client().SendAsync(claim)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Empty(Logged(host));
        await Browser(host, "https://localhost", new()).GetAsync("/_ic/state?refused");
        Assert.Single(Logged(host));
    }

    [Fact]
    public async Task On_plain_http_the_page_proves_itself_by_its_address_and_an_hour_later_it_is_logged_again()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(services: services => services.AddFakeLogging(), clock: clock);
        var client = host.Client();
        client.DefaultRequestHeaders.Referrer = new("http://localhost/page");

        foreach (var minutes in new[] { 0, 59, 1 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await client.GetAsync("/_ic/state?refused");
        }

        Assert.Equal(2, Logged(host).Count());
    }

    [Fact]
    public async Task Without_the_prefix_another_cause_is_named()
    {
        await using var host = await StartAsync(null, services: services => services.AddFakeLogging(), configure: options => options.CookieName = "shop_consent");

        await Browser(host, "https://localhost", new()).GetAsync("/_ic/state?refused");

        var message = Assert.Single(Logged(host)).Message;
        Assert.Contains("'shop_consent'", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Consent:CookieName", message, StringComparison.Ordinal);
    }

    private static async Task<string?> ProblemAsync(HttpClient browser, string address)
    {
        using var state = JsonDocument.Parse(await browser.GetStringAsync(address));
        return state.RootElement.TryGetProperty("problem", out var problem) ? problem.GetString() : null;
    }

    private static Task<Host> StartAsync(
        string? pathBase, Action<WebApplication>? use = null, Action<ConsentServerOptions>? configure = null, Action<IServiceCollection>? services = null) => Host.StartAsync(
        configure,
        app =>
        {
            app.UsePathBase(pathBase);
            use?.Invoke(app);
        },
        services,
        after: all => all.Configure<ConsentOptions>(options => options.Registry.Vendor("stats").AddCookie("_st_*", "Tests")));

    private static HttpClient Browser(Host host, string site, CookieContainer cookies)
    {
        var browser = host.Browser(cookies);
        browser.BaseAddress = new(site);
        return browser;
    }

    private static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]);

    private static IEnumerable<Microsoft.Extensions.Logging.Testing.FakeLogRecord> Logged(Host host) =>
        host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(nameof(ConsentDiagnostics), StringComparison.Ordinal));
}
