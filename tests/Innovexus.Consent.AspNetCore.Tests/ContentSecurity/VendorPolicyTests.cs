using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The policy that follows from the declared origins.</summary>
public class VendorPolicyTests
{
    private const string Enforced = "Content-Security-Policy";
    private const string ReportOnly = "Content-Security-Policy-Report-Only";

    [Fact]
    public async Task No_header_is_sent_unless_the_site_wants_one()
    {
        await using var host = await StartAsync(ContentSecurityMode.Off);

        var answer = await host.Browser().GetAsync("/page");

        Assert.False(answer.Headers.Contains(Enforced) || answer.Headers.Contains(ReportOnly) || answer.Headers.Contains("Reporting-Endpoints"));
    }

    [Fact]
    public async Task Report_only_lists_all_declared_sources_whatever_the_choice()
    {
        await using var host = await StartAsync(ContentSecurityMode.ReportOnly);
        var browser = host.Browser(new CookieContainer());

        var before = Policy(await browser.GetAsync("/page"), ReportOnly);
        await browser.PostAsync("/_ic/decision", Form("reject-all"));
        var refused = await browser.GetAsync("/page");

        Assert.Equal(before, Policy(refused, ReportOnly));
        Assert.False(refused.Headers.Contains(Enforced));
        Assert.Contains("script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data: https://needed.example https://stats.example", before, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' blob: data: https://stats.example https://*.ads.example;", before, StringComparison.Ordinal);
        Assert.Contains("frame-src 'self' blob: data:;", before, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data: https://needed.example https://stats.example https://*.ads.example; ", before, StringComparison.Ordinal);
        Assert.Contains("object-src 'self' blob: data:;", before, StringComparison.Ordinal);
        Assert.EndsWith("; report-uri /_ic/reports", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enforcing_lists_exactly_what_is_granted()
    {
        await using var host = await StartAsync(ContentSecurityMode.Enforce);
        var browser = host.Browser(new CookieContainer());

        var nobody = await browser.GetAsync("/page");
        Assert.Contains("https://needed.example", Policy(nobody, Enforced), StringComparison.Ordinal);
        Assert.DoesNotContain("stats.example", Policy(nobody, Enforced), StringComparison.Ordinal);
        Assert.DoesNotContain("ads.example", Policy(nobody, Enforced), StringComparison.Ordinal);
        Assert.Contains("Cookie", nobody.Headers.Vary);
        Assert.Contains(".js#0,analytics,marketing,stats-origins,ads-origins\"", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        var granted = await browser.GetAsync("/page");
        Assert.Contains("https://stats.example", Policy(granted, Enforced), StringComparison.Ordinal);
        Assert.DoesNotContain("ads.example", Policy(granted, Enforced), StringComparison.Ordinal);
        Assert.Contains(",marketing,ads-origins\"", await granted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(granted.Headers.Contains(ReportOnly));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("on starting")]
    public async Task A_policy_of_the_host_stays_as_it_is_and_ours_stands_beside_it(string when)
    {
        static void Set(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        await using var host = await StartAsync(ContentSecurityMode.Enforce, app => app.Use(async (context, next) =>
        {
            if (when == "before")
            {
                Set(context);
            }
            else if (when == "on starting")
            {
                context.Response.OnStarting(() =>
                {
                    Set(context);
                    return Task.CompletedTask;
                });
            }

            await next(context);
        }));

        if (when == "after")
        {
            await using var late = await StartAsync(ContentSecurityMode.Enforce, app => app.MapGet("/late", (HttpContext context) =>
            {
                Set(context);
                return Results.Text("<p>late</p>", "text/html");
            }));
            Assert.Equal(2, (await late.Browser().GetAsync("/late")).Headers.GetValues(Enforced).Count());
            return;
        }

        string[] policies = [.. (await host.Browser().GetAsync("/page")).Headers.GetValues(Enforced)];
        Assert.Equal(2, policies.Length);
        Assert.Equal("default-src 'none'", policies[0]);
        Assert.StartsWith("default-src 'self'", policies[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default-src 'none'; report-uri /_ic/reports")]
    [InlineData("script-src 'self'; report-uri /_ic/reports")]
    [InlineData("script-src 'self' 'unsafe-inline'; report-uri /_ic/reports-x")]
    public async Task A_policy_of_the_host_that_reports_to_us_stays_too(string own)
    {
        await using var host = await StartAsync(ContentSecurityMode.Enforce, app => app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = own;
            return next(context);
        }));

        Assert.Equal(own, (await host.Browser().GetAsync("/page")).Headers.GetValues(Enforced).First());
    }

    [Fact]
    public async Task A_browser_cannot_keep_a_copy_with_another_policy_by_asking_whether_it_is_still_good()
    {
        await using var host = await StartAsync(ContentSecurityMode.Enforce, app => app.MapGet("/tagged", (HttpContext context) =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Thu, 01 Jan 2026 00:00:00 GMT";
            return Results.Text("<p>tagged</p>", "text/html");
        }));

        var answer = await host.Browser().GetAsync("/tagged");

        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Only_documents_carry_it_and_on_https_the_reporting_api_is_named_beside_the_sites_own()
    {
        await using var host = await StartAsync(ContentSecurityMode.ReportOnly, app => app.Use((context, next) =>
        {
            context.Request.Scheme = "https";
            context.Response.Headers["Reporting-Endpoints"] = "main=\"/reports\"";
            return next(context);
        }));
        var browser = host.Browser();

        Assert.False((await browser.GetAsync("/state")).Headers.Contains(ReportOnly));
        var page = await browser.GetAsync("/page");
        Assert.EndsWith("; report-uri /_ic/reports; report-to ic", Policy(page, ReportOnly), StringComparison.Ordinal);
        Assert.Equal("main=\"/reports\", ic=\"/_ic/reports\"", string.Join(", ", page.Headers.GetValues("Reporting-Endpoints")));
    }

    [Fact]
    public async Task Addresses_respect_the_path_base()
    {
        await using var host = await StartAsync(ContentSecurityMode.ReportOnly, app => app.UsePathBase("/shop"));

        Assert.EndsWith("report-uri /shop/_ic/reports", Policy(await host.Browser().GetAsync("/shop/page"), ReportOnly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_from_the_output_cache_carries_the_policy_of_who_looks()
    {
        await using var host = await StartAsync(ContentSecurityMode.Enforce, app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) => Results.Text($"<p>{Guid.NewGuid()}</p>", "text/html")).CacheOutput();
        });
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var first = await browser.GetAsync("/cached");
        var again = await browser.GetAsync("/cached");
        var other = await host.Browser().GetAsync("/cached");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Contains("stats.example", Policy(again, Enforced), StringComparison.Ordinal);
        Assert.DoesNotContain("stats.example", Policy(other, Enforced), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_are_the_same_for_all_cannot_be_narrowed()
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(options =>
        {
            options.CacheablePages = true;
            options.ContentSecurity = ContentSecurityMode.Enforce;
        }));

        Assert.Contains("Use ReportOnly, or leave CacheablePages off", exception.Message, StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer, string header) => answer.Headers.GetValues(header).Single();

    private static Task<Host> StartAsync(ContentSecurityMode mode, Action<WebApplication>? use = null) => Host.StartAsync(
        options => options.ContentSecurity = mode,
        use,
        after: services => services.AddConsent()
            .AddVendor("needed", "necessary", vendor => Describe(vendor, "Needed").AddOrigin("https://needed.example", VendorUses.Script))
            .AddVendor("stats-origins", "analytics", vendor => Describe(vendor, "Stats origins").AddOrigin("https://stats.example", VendorUses.Script | VendorUses.Connect))
            .AddVendor("ads-origins", "marketing", vendor => Describe(vendor, "Ads origins").AddOrigin("https://*.ads.example", VendorUses.Image | VendorUses.Connect)));

    private static VendorOptions Describe(VendorOptions vendor, string name)
    {
        (vendor.Name, vendor.Purpose) = (name, "Tests");
        return vendor;
    }
}
