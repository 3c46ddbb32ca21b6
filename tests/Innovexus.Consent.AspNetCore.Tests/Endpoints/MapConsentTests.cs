using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Where the endpoints may be mapped, and how often.</summary>
public class MapConsentTests
{
    [Theory]
    [InlineData("/shop")]
    [InlineData("{culture}")]
    [InlineData("/_ic")]
    public async Task On_a_group_with_a_prefix_it_stops_the_start_and_names_the_fix(string prefix)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Host.StartAsync(map: false, use: app => app.MapGroup(prefix).MapConsent()));

        Assert.Contains($"/{prefix.TrimStart('/')}/_ic/", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Call app.MapConsent() on the application itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statement_of_the_signal_is_moved_by_no_group_either()
    {
        await using var host = await Host.StartAsync(options => options.GlobalPrivacyControlStatement = new(2026, 1, 1), map: false, use: app => app.MapGroup("").MapConsent());

        Assert.Contains("2026-01-01", await host.Browser().GetStringAsync("/.well-known/gpc.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_group_without_a_prefix_the_groups_conventions_count()
    {
        await using var host = await Host.StartAsync(map: false, use: app => app.MapGroup("").WithMetadata("group").MapConsent());

        Assert.Equal(200, (int)(await host.Browser().GetAsync("/_ic/state")).StatusCode);
        Assert.All(Endpoints(host), endpoint => Assert.Contains("group", endpoint.Metadata));
    }

    [Fact]
    public async Task Mapped_twice_it_is_mapped_once()
    {
        await using var host = await Host.StartAsync(use: app => Assert.Same(app.MapConsent(), app.MapConsent().WithMetadata("second")));

        Assert.Equal(303, (int)(await host.Browser().PostAsync("/_ic/decision", Posts.Form("reject-all"))).StatusCode);
        Assert.Equal(Endpoints(host).Length, Endpoints(host).Select(endpoint => endpoint.RoutePattern.RawText).Distinct().Count());
        Assert.All(Endpoints(host), endpoint => Assert.Contains("second", endpoint.Metadata));
    }

    [Fact]
    public async Task Mapped_on_the_application_and_on_a_group_the_last_one_answers()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.MapConsent();
            app.MapGroup("").AddEndpointFilter((_, _) => ValueTask.FromResult<object?>(Results.StatusCode(418))).MapConsent();
        });

        Assert.Equal(418, (int)(await host.Browser().GetAsync("/_ic/state")).StatusCode);
    }

    private static RouteEndpoint[] Endpoints(Host host) =>
        [.. ((IEnumerable<EndpointDataSource>)host.Services.GetService(typeof(IEnumerable<EndpointDataSource>))!)
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_ic/", StringComparison.Ordinal))];
}
