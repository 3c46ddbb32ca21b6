namespace Innovexus.Consent.Browser.Tests;

/// <summary>A WebAssembly application without a server of its own: published, trimmed, and served as files.</summary>
public sealed class StandaloneHost : WebHost
{
    private readonly PublishedApp _published = new("tests/hosts/Standalone");

    protected override string Project => "tests/hosts/StaticFiles";

    private protected override async Task<AppProcess> StartAsync((string Name, string Value)[] settings) =>
        await AppProcess.StartAsync(Project, [("Folder", Path.Combine(await _published.PublishAsync(), "wwwroot"))]);

    protected override void CleanUp() => _published.Dispose();
}
