using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>An application whose renderer comes late, goes away for a while, or finds the runtime missing.</summary>
public class ReconnectionTests(Chromium chromium, HostWithServerPages server, HostWithWebAssemblyPages assembly)
    : IClassFixture<HostWithServerPages>, IClassFixture<HostWithWebAssemblyPages>
{
    [Fact]
    public async Task A_form_that_a_late_circuit_renders_anew_shows_what_was_chosen_before()
    {
        await using var walk = await Walk.StartAsync(chromium, server.Url);
        var release = await walk.HoldAsync("**/_blazor/negotiate*");
        await walk.OpenAsync("/live-preferences");
        var form = walk.Page.Locator("main form.ic-preferences");
        var analytics = form.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true });
        await walk.ChooseInAsync(form, "Accept all");
        Assert.True(await analytics.IsCheckedAsync());

        release.SetResult();

        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");
        await Assertions.Expect(analytics).ToBeCheckedAsync();
        await Assertions.Expect(form.Locator(".ic-when")).ToContainTextAsync("You chose on");
        await walk.ChooseInAsync(form, "Save");
        Assert.Contains("granted_analytics", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_that_reconnects_hears_what_was_withdrawn_meanwhile()
    {
        await using var walk = await Walk.StartAsync(chromium, server.Url);
        IWebSocketRoute? socket = null;
        await walk.Page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/_blazor"), route =>
        {
            socket = route;
            route.ConnectToServer();
        });
        await walk.OpenAsync("/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");
        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(walk.Page.Locator("#cascading")).ToHaveTextAsync("True Given");
        var reconnect = new TaskCompletionSource();
        await walk.Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await reconnect.Task;
            await route.ContinueAsync();
        });
        await socket!.CloseAsync();
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/page-b");
        await other.Page.EvaluateAsync("() => { innovexusConsent.decide('reject-all') }");
        await walk.Page.WaitForFunctionAsync("() => !innovexusConsent.isGranted('one')");
        Assert.Equal("True Given", await walk.Page.Locator("#cascading").InnerTextAsync());

        reconnect.SetResult();

        await Assertions.Expect(walk.Page.Locator("#cascading")).ToHaveTextAsync("False Refused", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_circuit_that_is_paused_and_resumed_hears_what_was_decided_meanwhile_and_what_is_decided_later()
    {
        await using var walk = await Walk.StartAsync(chromium, server.Url);
        await walk.OpenAsync("/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("Server");
        await DecideAsync("two", true);
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await walk.Page.EvaluateAsync("() => Blazor.pauseCircuit()");
        await DecideAsync("two", false);

        await walk.Page.EvaluateAsync("() => Blazor.resumeCircuit()");

        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("denied: Refused");
        await DecideAsync("two", true);
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await DecideAsync("two", false);
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("denied: Refused");

        Task DecideAsync(string id, bool granted) => walk.Page.EvaluateAsync("([id, granted]) => innovexusConsent.decide({ [id]: granted })", new object[] { id, granted });
    }

    [Fact]
    public async Task A_call_that_fails_does_not_end_the_listening_and_a_successor_of_the_same_kind_does()
    {
        await using var walk = await Walk.StartAsync(chromium, server.Url);
        await walk.OpenAsync("/page-a");

        var told = await walk.Page.EvaluateAsync<string[]>("""
            async () => {
              const { connect } = await import(document.baseURI + '_content/Innovexus.Consent/ic-net.js'), told = [];
              const net = name => ({ invokeMethodAsync: async () => { told.push(name); throw Error('The circuit reconnects.'); } });
              connect(net('first'), 'circuit');
              connect(net('application'), 'application');
              await innovexusConsent.decide({ two: true });
              await innovexusConsent.decide({ two: false });
              connect(net('second'), 'circuit');
              told.length = 0;
              await innovexusConsent.decide({ two: true });
              return [...new Set(told)].sort();
            }
            """);

        Assert.Equal(["application", "second"], told);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_choice_in_code_needs_nothing_but_the_runtime()
    {
        await using var walk = await Walk.StartAsync(chromium, assembly.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/ic-choice.*js*", route => route.AbortAsync());
        await walk.OpenAsync("/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("WebAssembly");

        await walk.Page.Locator("#allow").ClickAsync();

        await Assertions.Expect(walk.Page.Locator("#decided")).ToContainTextAsync("one");
        Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.decide({ two: true }).then(state => state.granted.includes('two'))"));
    }

    [Fact]
    public async Task A_choice_in_code_without_the_runtime_ends_with_its_fix()
    {
        await using var walk = await Walk.StartAsync(chromium, assembly.Url);
        await walk.Context.RouteAsync("**/_content/Innovexus.Consent/ic.*.js", route => route.AbortAsync());
        await walk.Page.GotoAsync(assembly.Url + "/live");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync("WebAssembly");
        var told = walk.Page.WaitForConsoleMessageAsync(new()
        {
            Predicate = message => message.Type == "error" && message.Text.Contains("The choice could not be stored", StringComparison.Ordinal),
        });

        await walk.Page.Locator("#allow").ClickAsync();

        await told;
    }
}
