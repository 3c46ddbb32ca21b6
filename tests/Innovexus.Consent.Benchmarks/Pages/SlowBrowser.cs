using System.Text.Json;
using Microsoft.Playwright;

namespace Innovexus.Consent.Benchmarks;

/// <summary>A browser on a phone of the middle kind: slow 4G, as the browser's own tools have it, and a processor four times slower.</summary>
internal sealed class SlowBrowser : IAsyncDisposable
{
    private static readonly Dictionary<string, object> SlowNetwork = new()
    {
        ["offline"] = false,
        ["latency"] = 562.5,
        ["downloadThroughput"] = 180_000,
        ["uploadThroughput"] = 84_375,
    };

    private static readonly Dictionary<string, object> FastNetwork = new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 };

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private SlowBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public string Version => $"Chromium {_browser.Version}";

    public static async Task<SlowBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            // Without the mark of automation: some show nothing to what they take for a robot.
            Args = ["--disable-blink-features=AutomationControlled", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A first visit, by somebody who has nothing stored, and who allows everything once the page is quiet.</summary>
    /// <param name="url">The page.</param>
    /// <param name="accept">The selector of the button.</param>
    /// <param name="scripts">How many gated scripts there are.</param>
    /// <param name="loadsSlowly">Whether the page comes over the slow network too, and not only what follows the click.</param>
    public async Task<PageMeasurement> VisitAsync(string url, string? accept, int scripts, bool loadsSlowly)
    {
        await using var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await context.AddInitScriptAsync(PageParts.Read("probe.js").Replace("{accept}", accept ?? "none", StringComparison.Ordinal));
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        var (bytes, requests) = (0.0, 0);
        devTools.Event("Network.loadingFinished").OnEvent += (_, message) => bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, message) => requests += message!.Value.GetProperty("request").GetProperty("url").GetString()!.StartsWith("http", StringComparison.Ordinal) ? 1 : 0;
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", loadsSlowly ? SlowNetwork : FastNetwork);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });

        await page.GotoAsync(url);
        if (accept is not null)
        {
            await page.WaitForFunctionAsync("probe.visible", options: new() { Timeout = 60_000 });
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("probe.rested()");
        var load = (await page.EvaluateAsync("({ paint: performance.getEntriesByType('paint')[0].startTime, visible: probe.visible ?? 0, blocking: probe.blocking })"))!.Value;
        var (loaded, asked) = (bytes, requests);
        await devTools.SendAsync("Network.emulateNetworkConditions", SlowNetwork);
        var click = accept is null ? null : await ClickAsync(page, accept, scripts);
        // The task after a frame may run before what it painted is on the screen.
        return new(loaded, asked, Number(load, "paint"), Math.Max(Number(load, "paint"), Number(load, "visible")), Number(load, "blocking"), click);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task<ClickMeasurement> ClickAsync(IPage page, string accept, int scripts)
    {
        var box = await page.Locator(accept).BoundingBoxAsync() ?? throw new InvalidOperationException($"'{accept}' is not shown.");
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        // The events of an interaction are told some time after the paint that follows it, and one that took less than 16 ms is not told at
        // all, so there is nothing to wait for but time.
        var click = (await page.EvaluateAsync(
            """
            async scripts => {
              while (probe.count < scripts) await new Promise(resolve => setTimeout(resolve, 100));
              await new Promise(resolve => setTimeout(resolve, 300));
              return { first: probe.first - probe.clicked, last: probe.last - probe.clicked, count: probe.count, events: probe.events };
            }
            """, scripts))!.Value;
        if (Number(click, "count") != scripts)
        {
            throw new InvalidOperationException($"{Number(click, "count")} of {scripts} gated scripts ran.");
        }

        JsonElement[] events = [.. click.GetProperty("events").EnumerateArray()];
        var own = events.Where(each => each.GetProperty("name").GetString() == "click").Select(each => (double?)Number(each, "processing")).FirstOrDefault();
        return new(Number(click, "first"), Number(click, "last"), own, events.Select(each => Number(each, "duration")).DefaultIfEmpty(16).Max());
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
