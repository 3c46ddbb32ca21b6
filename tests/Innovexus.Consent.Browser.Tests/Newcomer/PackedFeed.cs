using Innovexus.Consent.Browser.Tests;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The packages, packed when they are first asked for, in a folder that serves as a feed.</summary>
public sealed class PackedFeed : IDisposable
{
    private static readonly string[] Projects = ["Innovexus.Consent", "Innovexus.Consent.AspNetCore"];

    private readonly Lazy<Task<string>> _folder;

    public PackedFeed() => _folder = new(PackAsync);

    /// <summary>One of its own, so that no cache holds an older package under it.</summary>
    public string Version { get; } = $"0.1.0-newcomer.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>Makes a folder in which packages come from here.</summary>
    public async Task<string> MakeFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("innovexus-newcomer-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><add key="packages" value="{await _folder.Value}" /></packageSources></configuration>
            """);
        return folder;
    }

    public void Dispose()
    {
        if (!_folder.IsValueCreated)
        {
            return;
        }

        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var restored in Projects.Select(project => Path.Combine(cache, project.ToLowerInvariant(), Version)).Append(_folder.Value.Result).Where(Directory.Exists))
        {
            Directory.Delete(restored, recursive: true);
        }
    }

    private async Task<string> PackAsync()
    {
        var feed = Directory.CreateTempSubdirectory("innovexus-packages-").FullName;
        foreach (var project in Projects)
        {
            await Sdk.RunAsync(Repository.Path("src", project), "pack", "-c", "Release", "-o", feed, $"-p:Version={Version}", "-v", "quiet");
        }

        return feed;
    }
}
