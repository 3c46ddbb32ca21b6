using Innovexus.Consent.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Innovexus.Consent.Browser.Tests;

/// <summary>One Chromium for all tests; each walk has a context, a profile, of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // A machine that is busy starts a circuit or .NET in the browser late.
        Assertions.SetDefaultExpectTimeout(20_000);
        Browser = await LaunchAsync();
    }

    public static string Path => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public static IReadOnlyList<string> Arguments =>
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Another one, without some of the driver's own arguments.</summary>
    public Task<IBrowser> LaunchAsync(params string[] without) =>
        _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments, IgnoreDefaultArgs = without });

    /// <summary>Another one, with the profile in a folder; it has one window, and no other profiles.</summary>
    public Task<IBrowserContext> LaunchProfileAsync(string folder, params string[] further) =>
        _playwright!.Chromium.LaunchPersistentContextAsync(folder, new() { ExecutablePath = Path, Args = [.. Arguments, .. further], ViewportSize = new() { Width = 1280, Height = 800 } });

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
