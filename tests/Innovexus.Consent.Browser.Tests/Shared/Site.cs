using System.Net.Http.Json;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The sample, with its third parties, in a process of its own: those who read its log run one after the other.</summary>
public abstract class SampleSite(params (string Name, string Value)[] settings) : IAsyncLifetime
{
    public static readonly string[] Pages = ["/", "/platform", "/blog", "/pricing", "/privacy", "/inspect", "/cookies", "/privacy-choices"];

    private static readonly HttpClient Client = new();

    private AppProcess? _app;

    public string Url => _app!.Url;

    public async ValueTask InitializeAsync() => _app = await AppProcess.StartAsync("samples/Innovexus.Site",
        [("ThirdParties:Urls", $"http://localhost:{AppProcess.FreePort()}"), ("ThirdParties:LogLength", "100000"), .. settings]);

    /// <summary>What reached the third parties so far: "analytics GET /script.js", oldest first.</summary>
    public async Task<string[]> LogAsync()
    {
        var log = await Client.GetFromJsonAsync<Entry[]>($"{Url}/inspect/requests");
        return [.. log!.Reverse().Select(entry => $"{entry.Host.Split('.')[0]} {entry.Method} {entry.Path}")];
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed record Entry(string Host, string Method, string Path);
}

/// <summary>The sample as it is.</summary>
public sealed class Site() : SampleSite();

/// <summary>The sample with another layout of the banner, as visitors see it: without what Development adds at the edge of the window.</summary>
public abstract class SiteWithLayout(params (string Name, string Value)[] settings) : SampleSite([("ASPNETCORE_ENVIRONMENT", "Production"), .. settings]);

public sealed class SiteWithBarAtTop() : SiteWithLayout(("Consent:Banner:Position", "Top"));

public sealed class SiteWithBox() : SiteWithLayout(("Consent:Banner:Layout", "Box"), ("Consent:Banner:Position", "BottomEnd"));

public sealed class SiteWithCard() : SiteWithLayout(("Consent:Banner:Layout", "Card"));
