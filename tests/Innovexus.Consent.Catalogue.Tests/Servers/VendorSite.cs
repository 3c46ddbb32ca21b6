using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>A site that declares one vendor from the catalogue, and whose pages gate that vendor's SDK.</summary>
internal sealed class VendorSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VendorSite(WebApplication app, Sdk sdk)
    {
        _app = app;
        Domain = $"{sdk.Name.Replace('.', '-')}.test";
        Registry = app.Services.GetRequiredService<ConsentRegistry>();
        Vendor = Registry.Vendors.Single(vendor => vendor.Id == sdk.Vendor);
        Port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>The registrable domain.</summary>
    public string Domain { get; }

    public string Host => $"www.{Domain}";

    /// <summary>Without a slash at its end.</summary>
    public string Url => $"https://{Host}";

    public int Port { get; }

    public ConsentRegistry Registry { get; }

    /// <summary>What the catalogue says, as the site reads it.</summary>
    public ConsentVendor Vendor { get; }

    public static async Task<VendorSite> StartAsync(Sdk sdk, string bundles, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(VendorSite).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services
            .AddConsent(options =>
            {
                options.Controller = new() { Name = "Shop" };
                options.PrivacyPolicyPath = "/privacy";
            })
            .AddVendorFromCatalogue(sdk.Vendor);
        var app = builder.Build();
        // So that the stub knows which page a request comes from.
        app.Use((context, next) =>
        {
            context.Response.Headers["Referrer-Policy"] = "unsafe-url";
            return next(context);
        });
        app.MapStaticAssets();
        app.MapConsent();
        app.MapGet("/sdk.js", () => Results.File(Path.Combine(bundles, $"{sdk.Name}.js"), "text/javascript"));
        app.MapGet("/{page?}", () => new RazorComponentResult<Shop>(new { sdk.Vendor }));
        // For SDKs that send to the site itself.
        app.MapFallback(() => Results.Json(new { }));
        await app.StartAsync();
        return new(app, sdk);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
