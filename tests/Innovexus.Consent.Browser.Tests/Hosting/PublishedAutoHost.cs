namespace Innovexus.Consent.Browser.Tests;

/// <summary>The web host with Auto, as it is deployed: published, its client trimmed, in Production.</summary>
public sealed class PublishedAutoHost : WebHost
{
    private readonly PublishedApp _published = new("tests/hosts/Web");

    /// <summary>What browsers download of the library's own assembly, compressed.</summary>
    public FileInfo Assembly => new(Directory.GetFiles(Path.Combine(_published.Folder, "wwwroot", "_framework"), "Innovexus.Consent.*.wasm.br")
        .Single(file => !Path.GetFileName(file).StartsWith("Innovexus.Consent.Vendors.", StringComparison.Ordinal)));

    private protected override async Task<AppProcess> StartAsync((string Name, string Value)[] settings)
    {
        var folder = await _published.PublishAsync();
        return await AppProcess.StartAsync(
            Path.Combine(folder, "Web.dll"), folder, "http", [("ASPNETCORE_ENVIRONMENT", "Production"), ("RenderMode", "Auto"), ("Interactivity", "Global")]);
    }

    protected override void CleanUp() => _published.Dispose();
}
