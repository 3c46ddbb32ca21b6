using Innovexus.Consent.Browser.Tests;
using Innovexus.Consent.Engines.Tests;

[assembly: AssemblyFixture(typeof(Sites))]
[assembly: AssemblyFixture(typeof(ChromiumEngine))]
[assembly: AssemblyFixture(typeof(FirefoxEngine))]
[assembly: AssemblyFixture(typeof(WebKitEngine))]

namespace Innovexus.Consent.Engines.Tests;

/// <summary>The sites under test: each walk has a relay of its own before one of them.</summary>
public sealed class Sites : IAsyncLifetime
{
    private AppProcess? _host;
    private AppProcess? _sample;

    /// <summary>The test host, under a strict policy.</summary>
    public string Host => _host!.Url;

    public string Sample => _sample!.Url;

    public async ValueTask InitializeAsync()
    {
        _host = await AppProcess.StartAsync("tests/hosts/Web", ("Policy", "strict-dynamic"));
        _sample = await AppProcess.StartAsync("samples/Innovexus.Site", ("ThirdParties:Urls", $"http://localhost:{AppProcess.FreePort()}"));
    }

    public async ValueTask DisposeAsync()
    {
        await (_host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_sample?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
