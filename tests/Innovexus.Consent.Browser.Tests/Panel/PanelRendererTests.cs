using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The panel beside interactive pages, which it is no part of.</summary>
public abstract class PanelRendererTests(Chromium chromium, WebHost host, string renderer)
{
    [Fact]
    public async Task It_stands_beside_interactive_pages()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);
        var panel = new Panel(walk.Page);
        await panel.OpenAsync();
        await Assertions.Expect(panel.Line(panel.State, "one")).ToContainTextAsync("denied");

        await walk.Page.EvaluateAsync("() => document.getElementById('allow').click()");

        await Assertions.Expect(panel.Line(panel.State, "one")).ToContainTextAsync("granted: Given");
        Assert.Empty(walk.Errors);
    }
}

public class ServerPanelTests(Chromium chromium, HostWithServerAndPanel host) : PanelRendererTests(chromium, host, "Server"), IClassFixture<HostWithServerAndPanel>;

public class WebAssemblyPanelTests(Chromium chromium, HostWithWebAssemblyAndPanel host) : PanelRendererTests(chromium, host, "WebAssembly"), IClassFixture<HostWithWebAssemblyAndPanel>;
