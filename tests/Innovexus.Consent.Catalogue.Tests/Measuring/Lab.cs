using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Innovexus.Consent.Catalogue.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lab))]

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>
/// Measures every SDK once, several at a time in one browser, for which every address but the sites' is the stub's. The tests then look at
/// what was found.
/// </summary>
public sealed class Lab : IAsyncLifetime
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly string _bundles = Directory.CreateTempSubdirectory("innovexus-sdks-").FullName;
    private readonly Dictionary<string, Task<Findings>> _measured = [];
    private readonly List<VendorSite> _sites = [];
    private X509Certificate2? _certificate;
    private Stub? _stub;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether the long form was asked for.</summary>
    internal static bool IsLong => Environment.GetEnvironmentVariable("CATALOGUE") == "long";

    public async ValueTask InitializeAsync()
    {
        await Sdk.BundleAsync(_bundles);
        _certificate = SelfSigned();
        _stub = await Stub.StartAsync(Sdk.Chosen, _certificate);
        _sites.AddRange(await Task.WhenAll(Sdk.Chosen.Select(sdk => VendorSite.StartAsync(sdk, _bundles, _certificate))));
        _playwright = await Playwright.CreateAsync();
        var addresses = _sites.Select(site => $"MAP {site.Host} 127.0.0.1:{site.Port}").Append($"MAP * 127.0.0.1:{_stub.Port}");
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                // Some SDKs do nothing in a browser that says it is driven.
                "--disable-sync", "--disable-blink-features=AutomationControlled", "--ignore-certificate-errors", $"--host-resolver-rules={string.Join(',', addresses)}",
            ],
        });
        foreach (var (sdk, site) in Sdk.Chosen.Zip(_sites))
        {
            _measured[sdk.Name] = MeasureAsync(site);
        }
    }

    internal Task<Findings> FindingsAsync(string sdk) => _measured[sdk];

    private async Task<Findings> MeasureAsync(VendorSite site)
    {
        await _places.WaitAsync();
        try
        {
            return await new Measurement(_browser!, _stub!, site).RunAsync();
        }
        finally
        {
            _places.Release();
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stub", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        foreach (var site in _sites)
        {
            await site.DisposeAsync();
        }

        await (_stub?.DisposeAsync() ?? ValueTask.CompletedTask);
        _certificate?.Dispose();
        _places.Dispose();
        Directory.Delete(_bundles, recursive: true);
    }
}
