using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;

namespace Innovexus.Consent.Benchmarks;

/// <summary>One server for all: each contender's page, and the files that it asks for.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageServer(WebApplication app) => _app = app;

    /// <summary>The address of a page.</summary>
    /// <param name="contender">Whose.</param>
    /// <param name="gates">What is gated in it.</param>
    public string Url(Contender contender, Gates gates) => $"{_app.Urls.First()}/pages/{contender.Id}/{gates}";

    public static async Task<PageServer> StartAsync(string packages)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        builder.Services.AddRazorComponents();
        builder.Services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Innovexus" };
            options.PrivacyPolicyPath = "/privacy";
            options.Registry.DeclareVendor("counter", ConsentCategories.Analytics, vendor => (vendor.Name, vendor.Purpose, vendor.Role) = ("Counter", "Counts visits", VendorRole.Processor));
        });

        var app = builder.Build();
        app.UseMiddleware<BrotliFiles>();
        // Here, since routing would choose a compressed file by what the browser takes.
        app.UseRouting();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(packages), RequestPath = "/npm" });
        app.MapStaticAssets();
        app.MapConsent();
        app.MapGet("/contenders/{file}", (string file) => Results.Text(PageParts.Read(file), "text/javascript"));
        app.MapGet("/pages/ours/{gates}", (Gates gates) => new RazorComponentResult<OursPage>(new { Gates = gates }));
        app.MapGet("/pages/{id}/{gates}", (string id, Gates gates) => Results.Content(PageParts.Page(Contender.All.Single(contender => contender.Id == id), gates), "text/html; charset=utf-8"));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
