namespace Innovexus.Consent.Browser.Tests;

/// <summary>A fresh app from the SDK's template, outside the repository, with the packed package and the README's lines in it.</summary>
public sealed class NewcomersApp : IAsyncLifetime
{
    // A version of its own, so that no cache holds an older package under it.
    private readonly string _version = $"0.1.0-newcomer.{DateTime.UtcNow:yyyyMMddHHmmss}";
    private readonly string _folder = Directory.CreateTempSubdirectory("innovexus-newcomer-").FullName;
    private AppProcess? _app;

    public string Url => _app!.Url;

    public async ValueTask InitializeAsync()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "packages")).FullName;
        foreach (var project in new[] { "Innovexus.Consent", "Innovexus.Consent.AspNetCore" })
        {
            await Sdk.RunAsync(Repository.Path("src", project), "pack", "-c", "Release", "-o", feed, $"-p:Version={_version}", "-v", "quiet");
        }

        await Sdk.RunAsync(_folder, "new", "blazor", "-o", "MySite");
        var app = Path.Combine(_folder, "MySite");
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration><packageSources><add key="packages" value="{feed}" /></packageSources></configuration>
            """);
        await Sdk.RunAsync(app, "add", "package", "Innovexus.Consent.AspNetCore", "--version", _version);
        QuickStart.Read().Apply(app);
        await Sdk.RunAsync(app, "build", "-warnaserror", "-v", "quiet");
        _app = await AppProcess.StartAsync(Path.Combine(app, "bin", "Debug", "net10.0", "MySite.dll"), app, "http", []);
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "innovexus.consent", "innovexus.consent.aspnetcore" })
        {
            var restored = Path.Combine(cache, package, _version);
            if (Directory.Exists(restored))
            {
                Directory.Delete(restored, recursive: true);
            }
        }
    }
}
