namespace Innovexus.Consent.Browser.Tests;

/// <summary>A WebAssembly application without a server of its own: published, trimmed, and served as files.</summary>
public sealed class StandaloneHost : WebHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("innovexus-standalone-").FullName;

    protected override string Project => "tests/hosts/StaticFiles";

    protected override async Task<(string, string)[]> PrepareAsync()
    {
        await Sdk.RunAsync(Repository.Root, "publish", Repository.Path("tests/hosts/Standalone"), "-c", "Release", "-o", _folder, "--nologo", "-v", "quiet");
        return [("Folder", Path.Combine(_folder, "wwwroot"))];
    }

    protected override void CleanUp() => Directory.Delete(_folder, recursive: true);
}
