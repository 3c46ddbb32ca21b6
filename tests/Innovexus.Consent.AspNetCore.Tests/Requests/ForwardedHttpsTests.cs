using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the application is told, or not told, by a proxy in front of it.</summary>
public class ForwardedHttpsTests
{
    [Theory]
    [InlineData("Origin", "https://localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    public async Task Https_that_the_application_does_not_know_of_is_logged_once_with_the_fix(string header, string value)
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add(header, value);

        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        await browser.PostAsync("/_ic/decision", Form("reject-all"));

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED=true", Assert.Single(Warnings(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forwarded_scheme_makes_the_cookie_that_of_https_and_nothing_is_logged()
    {
        await using var host = await StartAsync(app => app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto }));
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.StartsWith("__Host-ic_consent=", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Empty(Warnings(host));
    }

    [Fact]
    public async Task Plain_http_is_nobodys_mistake()
    {
        await using var host = await StartAsync();

        await host.Browser().PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Empty(Warnings(host));
    }

    private static Task<Host> StartAsync(Action<WebApplication>? use = null) => Host.StartAsync(use: use, services: services => services.AddFakeLogging());

    private static IEnumerable<string> Warnings(Host host) => host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Level >= LogLevel.Warning && entry.Category!.EndsWith(nameof(ConsentDiagnostics), StringComparison.Ordinal)).Select(entry => entry.Message);
}
