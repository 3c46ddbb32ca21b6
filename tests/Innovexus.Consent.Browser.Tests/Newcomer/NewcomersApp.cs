namespace Innovexus.Consent.Browser.Tests;

/// <summary>A fresh app from the SDK's template, outside the repository, with the packed package and the README's lines in it.</summary>
public sealed class NewcomersApp(PackedFeed feed) : IAsyncLifetime
{
    private string? _folder;
    private AppProcess? _app;

    public string Url => _app!.Url;

    public async ValueTask InitializeAsync()
    {
        _folder = await feed.MakeFolderAsync();
        await Sdk.RunAsync(_folder, "new", "blazor", "-o", "MySite");
        var app = Path.Combine(_folder, "MySite");
        await Sdk.RunAsync(app, "add", "package", "Innovexus.Consent.AspNetCore", "--version", feed.Version);
        QuickStart.Read().Apply(app);
        await File.WriteAllTextAsync(Path.Combine(app, "Components", "Pages", "Film.razor"), """
            @page "/film"
            <ConsentFrame Consent="plausible" Src="https://plausible.io/film" Title="A film" />
            """);
        await Sdk.RunAsync(app, "build", "-warnaserror", "-v", "quiet");
        _app = await AppProcess.StartAsync(Path.Combine(app, "bin", "Debug", "net10.0", "MySite.dll"), app, "http", []);
    }

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
