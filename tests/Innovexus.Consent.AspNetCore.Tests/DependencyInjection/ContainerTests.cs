using System.Net;
using Autofac.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Another container than the framework's, which hands out a new object for a scope's services each time.</summary>
public class ContainerTests
{
    [Fact]
    public async Task A_request_is_a_request_in_another_container_too()
    {
        await using var host = await Host.StartAsync(
            use: app => app.MapGet("/service", (IConsentService consent) => string.Join(' ', consent.State.Granted)),
            build: builder => builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory()));
        var browser = host.Browser(new CookieContainer());
        Assert.Contains("data-ic-banner", await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Contains("stats", await browser.GetStringAsync("/service"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", await browser.GetStringAsync("/page"), StringComparison.Ordinal);
    }
}
