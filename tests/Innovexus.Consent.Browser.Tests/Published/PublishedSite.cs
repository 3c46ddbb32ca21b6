namespace Innovexus.Consent.Browser.Tests;

/// <summary>The sample as it is deployed: published and run from the publish folder, in Production.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("innovexus-site-").FullName;
    private AppProcess? _app;

    public string Url => _app!.Url;

    /// <summary>The compressed file of one of the package's assets, as it is served.</summary>
    public string Compressed(string file) => Path.Combine(_folder, "wwwroot", "_content", "Innovexus.Consent", $"{file}.br");

    public async ValueTask InitializeAsync()
    {
        await Sdk.RunAsync(Repository.Root, "publish", Repository.Path("samples", "Innovexus.Site"), "-c", "Release", "-o", _folder, "--nologo", "-v", "quiet");
        _app = await AppProcess.StartAsync(Path.Combine(_folder, "Innovexus.Site.dll"), _folder, "http",
            [("ASPNETCORE_ENVIRONMENT", "Production"), ("ThirdParties:Urls", $"http://localhost:{AppProcess.FreePort()}")]);
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
