using Microsoft.Playwright;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>Chromium, by its own protocol; with the back/forward cache, which the driver turns off.</summary>
public sealed class ChromiumEngine : IEngine
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    public string Name => "Chromium";

    public async Task<IVisitor> VisitAsync(Profile profile)
    {
        var (_, browser) = await _started.Value;
        return profile is Profile.Default or Profile.WithoutScript
            ? new Visitor(browser.Version, await browser.NewContextAsync(new() { JavaScriptEnabled = profile != Profile.WithoutScript, ViewportSize = new() { Width = 1280, Height = 800 } }))
            : throw new NotSupportedException($"{Name}: {profile}");
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            IgnoreDefaultArgs = ["--disable-back-forward-cache"],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private sealed class Visitor(string version, IBrowserContext context) : IVisitor
    {
        public string Version => version;

        public async Task<ITab> NewTabAsync() => new Tab(await context.NewPageAsync());

        // The driver sometimes waits without an end, for a page that the browser has put away. The browser's own end takes along what is left.
        public async ValueTask DisposeAsync() => await Task.WhenAny(context.DisposeAsync().AsTask(), Task.Delay(TimeSpan.FromSeconds(10)));
    }

    private sealed class Tab(IPage page) : ITab
    {
        public Task GoAsync(string url) => page.GotoAsync(url);

        public Task<string> EvaluateAsync(string expression) => page.EvaluateAsync<string>(expression);

        public Task ClickAsync(string selector) => page.Locator(selector).First.ClickAsync();

        public Task<byte[]> PrintAsync() => page.PdfAsync();

        public Task CloseAsync() => page.CloseAsync();
    }
}
