namespace Innovexus.Consent.Browser.Tests;

public class StaticWalks(Chromium chromium, HostWithoutPolicy host) : HostingWalks(chromium, host), IClassFixture<HostWithoutPolicy>;

public class StaticWithoutEnhancedNavigationWalks(Chromium chromium, HostWithoutEnhancedNavigation host)
    : HostingWalks(chromium, host), IClassFixture<HostWithoutEnhancedNavigation>
{
    protected override bool StaysInDocument => false;
}

public class StreamingWalks(Chromium chromium, HostWithStreaming host) : HostingWalks(chromium, host), IClassFixture<HostWithStreaming>;

public class ServerPagesWalks(Chromium chromium, HostWithServerPages host) : HostingWalks(chromium, host), IClassFixture<HostWithServerPages>
{
    protected override string[] Renderers => ["Server"];
}

public class ServerWalks(Chromium chromium, HostWithServer host) : HostingWalks(chromium, host), IClassFixture<HostWithServer>
{
    protected override string[] Renderers => ["Server"];
}

public class WebAssemblyPagesWalks(Chromium chromium, HostWithWebAssemblyPages host) : HostingWalks(chromium, host), IClassFixture<HostWithWebAssemblyPages>
{
    protected override string[] Renderers => ["WebAssembly"];
}

public class WebAssemblyPagesNotPrerenderedWalks(Chromium chromium, HostWithWebAssemblyPagesNotPrerendered host)
    : HostingWalks(chromium, host), IClassFixture<HostWithWebAssemblyPagesNotPrerendered>
{
    protected override string[] Renderers => ["WebAssembly"];
}

public class WebAssemblyWalks(Chromium chromium, HostWithWebAssembly host) : HostingWalks(chromium, host), IClassFixture<HostWithWebAssembly>
{
    protected override string[] Renderers => ["WebAssembly"];
}

public class WebAssemblyNotPrerenderedWalks(Chromium chromium, HostWithWebAssemblyNotPrerendered host)
    : HostingWalks(chromium, host), IClassFixture<HostWithWebAssemblyNotPrerendered>
{
    protected override string[] Renderers => ["WebAssembly"];
}

public class StandaloneWalks(Chromium chromium, StandaloneHost host) : HostingWalks(chromium, host), IClassFixture<StandaloneHost>
{
    protected override bool HasServer => false;

    protected override string[] Renderers => ["WebAssembly"];
}

public abstract class AutoHostingWalks(Chromium chromium, WebHost host) : HostingWalks(chromium, host)
{
    protected override string[] Renderers => ["Server", "WebAssembly"];

    [Fact]
    public async Task First_visit_is_on_a_circuit_and_the_second_in_WebAssembly_with_the_state_that_was_chosen()
    {
        await using var walk = await StartAsync();
        await walk.OpenAsync("/live");
        await Microsoft.Playwright.Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");
        await walk.ChooseAsync("Accept all");
        await Microsoft.Playwright.Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");

        // The application is there for the next visit.
        await walk.Page.WaitForFunctionAsync("() => Object.keys(localStorage).some(key => key.startsWith('blazor-resource-hash'))");
        await walk.OpenAsync("/live");
        await Microsoft.Playwright.Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("WebAssembly");
        await Microsoft.Playwright.Assertions.Expect(walk.Page.Locator("#cascading")).ToHaveTextAsync("True Given");
        Assert.Equal(["head", "view /live", "live"], await walk.RanAsync());
        Assert.Empty(walk.Errors);
    }
}

public class PublishedAutoWalks(Chromium chromium, PublishedAutoHost host) : AutoHostingWalks(chromium, host), IClassFixture<PublishedAutoHost>
{
    // With every component in use, also where it does not belong. The rest of what a WebAssembly application downloads more is other assemblies' (docs/hosting.md).
    [Fact]
    public void Assembly_stays_within_its_budget() => Assert.InRange(host.Assembly.Length, 1_000, 79_000);
}

public class BehindProxyWalks(Chromium chromium, HostBehindProxy host) : HostingWalks(chromium, host), IClassFixture<HostBehindProxy>
{
    protected override string[] Renderers => ["Server", "WebAssembly"];

    protected override string Prefix => "sub/";
}

public class AutoPagesWalks(Chromium chromium, HostWithAutoPages host) : AutoHostingWalks(chromium, host), IClassFixture<HostWithAutoPages>;

public class AutoWalks(Chromium chromium, HostWithAuto host) : AutoHostingWalks(chromium, host), IClassFixture<HostWithAuto>;
