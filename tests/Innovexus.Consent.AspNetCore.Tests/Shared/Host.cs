using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A server in memory with the library in it, as a site sets it up.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Host(WebApplication app) => _app = app;

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app.Services;

    public TestServer Server => _app.GetTestServer();

    public static async Task<Host> StartAsync(
        Action<ConsentServerOptions>? configure = null,
        Action<WebApplication>? use = null,
        Action<IServiceCollection>? services = null,
        TimeProvider? clock = null,
        bool map = true,
        string environment = "Production",
        Action<IServiceCollection>? after = null,
        Action<WebApplicationBuilder>? build = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? Clock());
        builder.Services.AddOutputCache();
        services?.Invoke(builder.Services);
        builder.Services.AddConsent(options =>
            {
                options.Controller = new() { Name = "Innovexus" };
                options.PrivacyPolicyPath = "/privacy";
                configure?.Invoke(options);
            })
            .AddVendor("stats", "analytics", vendor => Describe(vendor, "Stats", VendorRole.Processor))
            .AddVendor("ads", "marketing", vendor => Describe(vendor, "Ads", VendorRole.ThirdParty));
        after?.Invoke(builder.Services);

        build?.Invoke(builder);

        var app = builder.Build();
        use?.Invoke(app);
        if (map)
        {
            app.MapConsent();
        }

        app.MapGet("/state", (HttpContext context) => string.Join(' ', context.GetConsent().Granted));
        app.MapGet("/page", () => new RazorComponentResult<Page>());
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A browser on this site: it keeps cookies and follows no redirects.</summary>
    public HttpClient Browser(CookieContainer? cookies = null)
    {
        var client = new HttpClient(new CookieHandler(_app.GetTestServer().CreateHandler(), cookies ?? new()))
        {
            BaseAddress = new Uri("http://localhost"),
        };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>Whoever sends requests; nothing is added to them.</summary>
    public HttpClient Client() => _app.GetTestClient();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Describe(VendorOptions vendor, string name, VendorRole role)
    {
        vendor.Name = name;
        vendor.Purpose = "Tests";
        vendor.Role = role;
    }
}
