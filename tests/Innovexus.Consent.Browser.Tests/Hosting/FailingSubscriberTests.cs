using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A callback of the site's own that throws at every change: what the library guards hears of a later withdrawal all the same.</summary>
public abstract class FailingSubscriberTests(Chromium chromium, WebHost host, string renderer)
{
    [Fact]
    public async Task Views_and_guarded_pages_follow_every_later_change()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live-failing");
        await walk.MarkDocumentAsync();

        await DecideAsync(walk, "{ functional: true }");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await DecideAsync(walk, "{ two: false }");
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("denied");
        await DecideAsync(walk, "{ functional: false }");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "Live failing" })).ToHaveCountAsync(0);

        Assert.True(await walk.IsMarkedAsync());
        await Assertions.Expect(walk.Page.Locator("main")).ToBeVisibleAsync();
        Assert.Contains("A callback of IConsentService.OnChange threw an exception", string.Join('\n', walk.Errors) + host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_in_code_is_no_failure()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live?failing");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);

        await walk.Page.Locator("#allow").ClickAsync();

        await Assertions.Expect(walk.Page.Locator("#decided")).ToContainTextAsync("one");
        await Assertions.Expect(walk.Page.Locator("#cascading")).ToHaveTextAsync("True Given");
    }

    private static Task DecideAsync(Walk walk, string choice) => walk.Page.EvaluateAsync($"() => innovexusConsent.decide({choice})");
}

public class ServerFailingSubscriberTests(Chromium chromium, HostWithServer host) : FailingSubscriberTests(chromium, host, "Server"), IClassFixture<HostWithServer>;

public class WebAssemblyFailingSubscriberTests(Chromium chromium, HostWithWebAssembly host)
    : FailingSubscriberTests(chromium, host, "WebAssembly"), IClassFixture<HostWithWebAssembly>;
