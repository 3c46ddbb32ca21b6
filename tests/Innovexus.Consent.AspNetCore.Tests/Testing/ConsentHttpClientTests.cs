using System.Net;
using Innovexus.Consent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

public class ConsentHttpClientTests
{
    public static TheoryData<ConsentChoice, string> Choices => new()
    {
        { ConsentChoice.AcceptAll, "necessary consent analytics stats marketing ads" },
        { ConsentChoice.RejectAll, "necessary consent" },
        { ConsentChoice.Only("stats"), "necessary consent stats" },
        { ConsentChoice.AcceptAll.With("ads", false), "necessary consent analytics stats marketing" },
        { ConsentChoice.Change("analytics", true), "necessary consent analytics stats" },
        { ConsentChoice.OptOut, "necessary consent" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task The_visitor_has_decided(ConsentChoice choice, string granted)
    {
        await using var host = await Host.StartAsync();
        var client = await Client(host).WithConsentAsync(choice, TestContext.Current.CancellationToken);

        Assert.Equal(granted.Split(' ').Order(), (await client.GetStringAsync("/state")).Split(' ').Order());
    }

    [Fact]
    public async Task The_visitor_may_decide_again()
    {
        await using var host = await Host.StartAsync();
        var client = await Client(host).WithConsentAsync(ConsentChoice.AcceptAll, TestContext.Current.CancellationToken);

        await client.WithConsentAsync(ConsentChoice.RejectAll, TestContext.Current.CancellationToken);

        Assert.Equal("necessary consent", await client.GetStringAsync("/state"));
    }

    [Fact]
    public async Task The_visitors_browser_sends_the_signal()
    {
        await using var host = await Host.StartAsync();
        var client = await Client(host).WithGlobalPrivacyControl().WithConsentAsync(ConsentChoice.AcceptAll, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("ads", await client.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.Contains("stats", await client.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_visitor_is_in_a_region_whatever_the_site_is_told_otherwise()
    {
        await using var host = await Host.StartAsync(after: services =>
        {
            services.AddConsent().AddRegionResolver(_ => "DE");
            services.AddTestRegions();
        });

        // Opt-out: it runs until it is refused.
        Assert.Contains("stats", await Client(host).WithRegion("us").GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.DoesNotContain("stats", await Client(host).GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Client(host).WithRegion("Europe"));
    }

    [Fact]
    public async Task A_client_that_keeps_no_cookies_is_told_so()
    {
        await using var host = await Host.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client().WithConsentAsync(ConsentChoice.AcceptAll, TestContext.Current.CancellationToken));

        Assert.Contains("HandleCookies", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_named()
    {
        await using var host = await Host.StartAsync(map: false);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Client(host).WithConsentAsync(ConsentChoice.AcceptAll, TestContext.Current.CancellationToken));

        Assert.Contains("MapConsent", exception.Message, StringComparison.Ordinal);
    }

    // As WebApplicationFactory makes them: it knows nothing of the headers of browsers.
    private static HttpClient Client(Host host) => new(new CookieHandler(host.Server.CreateHandler(), new CookieContainer())) { BaseAddress = new("http://localhost") };
}
