using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Where a visitor is, and what follows from it.</summary>
public class RequestRegionTests
{
    private const string OptOut = "necessary consent analytics stats marketing ads";
    private const string OptIn = "necessary consent";

    [Theory]
    [InlineData("US", "CA", OptOut)]
    [InlineData("us", null, OptOut)]
    [InlineData("CA", "QC", OptIn)]
    [InlineData("CA", "ON", OptOut)]
    [InlineData("DE", "BY", OptIn)]
    [InlineData("UK", null, OptIn)]
    [InlineData("CH", null, "necessary consent analytics stats")]
    [InlineData("XX", null, OptIn)]
    [InlineData("T1", null, OptIn)]
    [InlineData("US, DE", null, OptIn)]
    [InlineData("United States", null, OptIn)]
    [InlineData("", null, OptIn)]
    [InlineData(null, "CA", OptIn)]
    [InlineData("US", "no part of anything", OptOut)]
    public async Task A_trusted_header_decides_and_whatever_is_no_region_is_the_strictest(string? country, string? part, string expected)
    {
        await using var host = await StartAsync(consent => consent.AddRegionHeader(RegionHeader.Cloudflare));

        var answer = await AskAsync(host, ("CF-IPCountry", country), ("CF-Region-Code", part));

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
        Assert.Contains("CF-IPCountry", answer.Headers.Vary);
        Assert.Contains("CF-Region-Code", answer.Headers.Vary);
    }

    // As their documentation names them; a site sets those of the two without any of their own by a rule.
    [Theory]
    [InlineData(nameof(RegionHeader.Cloudflare), "CF-IPCountry", "CF-Region-Code")]
    [InlineData(nameof(RegionHeader.CloudFront), "CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region")]
    [InlineData(nameof(RegionHeader.Vercel), "X-Vercel-IP-Country", "X-Vercel-IP-Country-Region")]
    [InlineData(nameof(RegionHeader.AzureFrontDoor), "X-Azure-Geo-Country", null)]
    [InlineData(nameof(RegionHeader.Fastly), "Fastly-Geo-Country", "Fastly-Geo-Region")]
    public async Task Each_known_proxy_is_read(string proxy, string country, string? part)
    {
        var header = (RegionHeader)typeof(RegionHeader).GetProperty(proxy)!.GetValue(null)!;
        await using var host = await StartAsync(consent => consent.AddRegionHeader(header));

        Assert.Equal(OptOut, await (await AskAsync(host, (country, "US"))).Content.ReadAsStringAsync());
        Assert.Equal(OptIn, await (await AskAsync(host, (country, "CA"), (part ?? "X-Part", "QC"))).Content.ReadAsStringAsync());
        Assert.Equal(part is null ? OptIn : OptOut, await (await AskAsync(host, (country, "CA"), (part ?? "X-Part", "ON"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_claim_counts_once_its_visitor_is_signed_in_though_routing_has_asked_before()
    {
        await using var host = await StartAsync(
            consent => consent.AddRegionResolver(context => context.User.FindFirst("country")?.Value).AddRegionHeader(RegionHeader.Cloudflare),
            app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    context.User = new(new System.Security.Claims.ClaimsIdentity([new("country", "DE")], "test"));
                    return next(context);
                });
                app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics");
            });
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("CF-IPCountry", "US");

        Assert.Equal(OptIn, await browser.GetStringAsync("/state"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/guarded")).StatusCode);
    }

    [Fact]
    public async Task An_address_that_a_proxy_tells_after_routing_counts()
    {
        await using var host = await StartAsync(
            consent => consent.AddRegionResolver(context => context.Connection.RemoteIpAddress?.ToString() == "203.0.113.9" ? "US" : null),
            app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
                    return next(context);
                });
                app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics");
            });

        Assert.Equal("behind the guard", await host.Browser().GetStringAsync("/guarded"));
    }

    [Fact]
    public async Task One_that_fails_does_not_know_and_what_the_visitor_decided_stands()
    {
        var works = true;
        var last = "nowhere";
        await using var host = await Host.StartAsync(
            services: services => services.AddFakeLogging().AddConsent()
                .AddRegionResolver(_ => works ? "US" : throw new InvalidOperationException("no answer for 203.0.113.9"))
                .AddRegionResolver(_ => last));
        using var failures = new MetricCollector<long>(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.source.failures");
        var cookies = new CookieContainer();
        var browser = host.Browser(cookies);
        await browser.PostAsync("/_ic/decision", Posts.Form("change", ("refuse", "ads"), ("grant", "analytics")));
        const string Decided = "necessary consent analytics stats marketing";
        Assert.Equal(Decided, await browser.GetStringAsync("/state"));
        var before = cookies.GetCookieHeader(new("http://localhost"));

        works = false;
        foreach (var _ in new[] { 1, 2 })
        {
            var page = await browser.GetAsync("/page");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.False(page.Headers.Contains("Set-Cookie"));
            Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
        }

        Assert.Equal(before, cookies.GetCookieHeader(new("http://localhost")));
        Assert.Equal(OptIn, await host.Browser().GetStringAsync("/state"));
        // The next one is asked.
        last = "US";
        Assert.Equal(OptOut, await host.Browser().GetStringAsync("/state"));
        works = true;
        Assert.Equal(Decided, await browser.GetStringAsync("/state"));

        Assert.All(failures.GetMeasurementSnapshot(), measurement => Assert.Equal(("region", "failed"), (measurement.Tags["consent.source"], measurement.Tags["consent.outcome"])));
        Assert.InRange(failures.GetMeasurementSnapshot().Count, 6, 100);
        var logged = host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(nameof(SourceFailures), StringComparison.Ordinal)).ToArray();
        Assert.Equal([LogLevel.Error], logged.Select(entry => entry.Level));
        Assert.DoesNotContain("203.0.113.9", logged[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_nobody_named_is_not_read()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host, ("CF-IPCountry", "US"));

        Assert.Equal(OptIn, await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("CF-IPCountry", answer.Headers.Vary);
    }

    [Fact]
    public async Task Two_values_of_a_header_are_none()
    {
        await using var host = await StartAsync(consent => consent.AddRegionHeader(RegionHeader.Cloudflare));

        Assert.Equal(OptIn, await (await AskAsync(host, ("CF-IPCountry", "US"), ("CF-IPCountry", "DE"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_first_answer_that_is_a_region_wins_and_the_host_is_asked_first()
    {
        await using var host = await StartAsync(consent => consent
            .AddRegionHeader(new() { Country = "X-Mine" })
            .AddRegionResolver(context => context.Request.Query["region"]));

        Assert.Equal(OptIn, await (await AskAsync(host, "?region=de", ("X-Mine", "US"))).Content.ReadAsStringAsync());
        Assert.Equal(OptOut, await (await AskAsync(host, "?region=nowhere", ("X-Mine", "US"))).Content.ReadAsStringAsync());
        var answer = await AskAsync(host, "", ("X-Mine", "DE"));
        Assert.Equal(OptIn, await answer.Content.ReadAsStringAsync());
        // What the host looks at, no cache knows.
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task Output_cache_keeps_regions_apart()
    {
        await using var host = await StartAsync(consent => consent.AddRegionHeader(RegionHeader.Cloudflare), app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).CacheOutput();
        });

        foreach (var (country, expected) in new[] { ("US", OptOut), ("DE", OptIn), ("US", OptOut) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/cached");
            request.Headers.Add("CF-IPCountry", country);
            Assert.Equal(expected, await (await host.Browser().SendAsync(request)).Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Where_the_visitor_may_opt_out_no_banner_is_shown()
    {
        await using var host = await StartAsync(consent => consent.AddRegionResolver(_ => "US-CA"));

        Assert.DoesNotContain("data-ic-banner", await host.Browser().GetStringAsync("/page"), StringComparison.Ordinal);
    }

    private static Task<Host> StartAsync(Action<IConsentBuilder>? configure = null, Action<WebApplication>? use = null) =>
        Host.StartAsync(use: use, services: services => configure?.Invoke(services.AddConsent()));

    private static Task<HttpResponseMessage> AskAsync(Host host, params (string Name, string? Value)[] headers) => AskAsync(host, "", headers);

    private static Task<HttpResponseMessage> AskAsync(Host host, string query, params (string Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/state{query}");
        foreach (var header in headers.Where(header => header.Value is not null).GroupBy(header => header.Name))
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Select(each => each.Value));
        }

        return host.Browser().SendAsync(request);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resolver_that_does_not_say_what_it_reads_stops_the_start_and_is_named(bool isNull)
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(
            services: services => services.AddConsent().AddRegionResolver(new Unclear(isNull ? null! : [" "]))));

        Assert.Equal(nameof(Unclear), Assert.Single(exception.Problems).Path);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("X-Country", "")]
    public void A_header_without_a_name_is_refused(string? country, string? subdivision)
    {
        var consent = new ServiceCollection().AddConsent();

        var exception = Assert.Throws<ArgumentException>(() => consent.AddRegionHeader(new() { Country = country!, Subdivision = subdivision }));

        Assert.Contains("has no name", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Unclear(IReadOnlyList<string> headers) : IRegionResolver
    {
        public IReadOnlyList<string> Headers => headers;

        public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => new("DE");
    }
}
