namespace Innovexus.Consent.Browser.Tests;

/// <summary>A project published as it is deployed, in a folder that is deleted afterwards.</summary>
internal sealed class PublishedApp(string project) : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("innovexus-published-").FullName;

    public async Task<string> PublishAsync()
    {
        await Sdk.RunAsync(Repository.Root, "publish", Repository.Path(project), "-c", "Release", "-o", Folder, "--nologo", "-v", "quiet");
        return Folder;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
