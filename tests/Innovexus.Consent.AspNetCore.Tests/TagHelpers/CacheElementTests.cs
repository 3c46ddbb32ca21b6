using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Tag helpers inside <c>&lt;cache&gt;</c>, which shows everybody what the first visitor was shown.</summary>
public class CacheElementTests
{
    [Fact]
    public async Task In_development_it_is_a_mistake_that_names_its_fix()
    {
        await using var host = await StartAsync("Development");

        var answer = await host.Browser().GetAsync("/in-cache");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("is inside a <cache>", page, StringComparison.Ordinal);
        Assert.Contains("Move it out", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_in_there_renders_nothing_either()
    {
        await using var host = await StartAsync("Development");

        var answer = await host.Browser().GetAsync("/component-in-cache");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Elsewhere_it_renders_nothing_so_that_no_visitor_sees_anothers()
    {
        await using var host = await StartAsync("Production");
        var accepted = host.Browser(new CookieContainer());
        await accepted.PostAsync("/_ic/decision", Form("accept-all"));

        foreach (var browser in new[] { accepted, host.Browser() })
        {
            var page = await browser.GetStringAsync("/in-cache");
            Assert.Contains("cached", page, StringComparison.Ordinal);
            Assert.Contains("end", page, StringComparison.Ordinal);
            Assert.DoesNotContain("granted", page, StringComparison.Ordinal);
            Assert.DoesNotContain("denied", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Beside_it_everything_is_as_always(string environment)
    {
        await using var host = await StartAsync(environment);
        var accepted = host.Browser(new CookieContainer());
        await accepted.PostAsync("/_ic/decision", Form("accept-all"));

        // Twice, so that the cache is filled once and read once.
        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("granted", await accepted.GetStringAsync("/beside-cache"), StringComparison.Ordinal);
            Assert.Contains("denied", await host.Browser().GetStringAsync("/beside-cache"), StringComparison.Ordinal);
        }
    }

    private static Task<Host> StartAsync(string environment) => Host.StartAsync(
        use: app => app.MapRazorPages(),
        services: services => services.AddRazorPages(options => options.RootDirectory = "/TagHelpers/Pages"),
        environment: environment);
}
