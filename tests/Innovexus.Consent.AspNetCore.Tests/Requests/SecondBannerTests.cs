using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Two banners on a page, in the layout and in the page for example: one asks, and the other is told of.</summary>
public class SecondBannerTests
{
    [Theory]
    [InlineData("/blazor", "Development", 1)]
    [InlineData("/two-banners", "Development", 1)]
    [InlineData("/blazor", "Production", 0)]
    [InlineData("/two-banners", "Production", 0)]
    public async Task Renders_nothing_and_is_reported_in_development(string path, string environment, int reports)
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.MapRazorPages();
                app.MapGet("/blazor", () => new RazorComponentResult<TwoBanners>());
            },
            services: services => services.AddFakeLogging().AddRazorPages(options => options.RootDirectory = "/TagHelpers/Pages"),
            environment: environment);

        var page = await host.Browser().GetStringAsync(path);

        Assert.Equal(2, page.Split("data-permanent=\"ic-root\"").Length);
        Assert.Equal(2, page.Split("data-ic-banner").Length);
        Assert.Equal(reports, host.Services.GetFakeLogCollector().GetSnapshot().Count(entry => entry.Message == ConsentComponentBase.SecondBanner));
    }
}
