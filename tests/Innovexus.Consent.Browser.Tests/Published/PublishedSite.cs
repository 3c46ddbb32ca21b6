namespace Innovexus.Consent.Browser.Tests;

/// <summary>The sample as it is deployed: published and run from the publish folder, in Production.</summary>
public sealed class PublishedSite : IAsyncLifetime
{
    private readonly PublishedApp _published = new("samples/Innovexus.Site");
    private AppProcess? _app;

    public string Url => _app!.Url;

    /// <summary>What was published, below its folder.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_published.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_published.Folder, file));

    /// <summary>The compressed file of one of the package's assets, as it is served.</summary>
    public string Compressed(string file) => Path.Combine(_published.Folder, "wwwroot", "_content", "Innovexus.Consent", $"{file}.br");

    public async ValueTask InitializeAsync()
    {
        var folder = await _published.PublishAsync();
        _app = await AppProcess.StartAsync(Path.Combine(folder, "Innovexus.Site.dll"), folder, "http",
            [("ASPNETCORE_ENVIRONMENT", "Production"), ("ThirdParties:Urls", $"http://localhost:{AppProcess.FreePort()}")]);
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        _published.Dispose();
    }
}
