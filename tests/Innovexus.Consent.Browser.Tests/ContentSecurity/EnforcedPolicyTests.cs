using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The policy that follows from the declared origins, where nothing else holds anything back.</summary>
public class EnforcedPolicyTests(Chromium chromium, HostThatEnforces enforcing, HostWithoutEnforcement open)
    : IClassFixture<HostThatEnforces>, IClassFixture<HostWithoutEnforcement>
{
    private static readonly HttpClient Client = new();

    private static readonly string[] Raw = ["/vendor/raw-{0}.js", "/vendor/raw-object.svg", "/vendor/raw-prefetch.js", "/vendor/raw.html", "/vendor/raw.svg"];

    [Fact]
    public async Task A_page_without_any_gate_asks_nobody_who_is_not_granted()
    {
        var before = (await HitsAsync(enforcing)).Length;
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/raw");
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty((await HitsAsync(enforcing))[before..]);

        // And those that are granted, and no others. The load that follows the choice must be over: it would interrupt the next.
        await walk.MarkDocumentAsync();
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.OpenAsync("/raw");
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(Raw.Select(path => $"leaky {string.Format(System.Globalization.CultureInfo.InvariantCulture, path, "leaky")}"), (await HitsAsync(enforcing))[before..].Distinct().Order(StringComparer.Ordinal));

        var leaks = await Client.GetStringAsync($"{enforcing.Url}/_ic/leaks");
        Assert.Contains($"undeclared: http://undeclared.localhost:{new Uri(enforcing.Url).Port}", leaks, StringComparison.Ordinal);
        Assert.Contains(">leaky<", leaks, StringComparison.Ordinal);
        Assert.Contains(">blocked<", leaks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_policy_the_same_page_leaks()
    {
        await using var walk = await Walk.StartAsync(chromium, open.Url);
        await walk.OpenAsync("/raw");
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(10, (await HitsAsync(open)).Distinct().Count());
    }

    [Fact]
    public async Task A_grant_that_admits_more_loads_the_page_once_and_everything_runs_once()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/gated");
        await walk.MarkDocumentAsync();
        var documents = 0;
        walk.Page.FrameNavigated += (_, frame) => documents += frame == walk.Page.MainFrame ? 1 : 0;

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
        await walk.SettledAsync();

        Assert.False(await walk.IsMarkedAsync());
        Assert.Equal(1, documents);
        Assert.Equal(["gated", "head", "view /gated"], (await walk.RanAsync()).Order(StringComparer.Ordinal));
        // Nor was anything tried that the first document's policy forbids.
        Assert.Empty(walk.Errors);
        // From then on nothing is loaded again.
        await walk.MarkDocumentAsync();
        await walk.FollowAsync("/page-b");
        await walk.FollowAsync("/gated");
        Assert.True(await walk.IsMarkedAsync());
    }

    [Theory]
    [InlineData("Reject all")]
    [InlineData("Functional")]
    public async Task A_choice_that_admits_no_more_loads_nothing(string choice)
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/gated");
        await walk.MarkDocumentAsync();

        if (choice == "Functional")
        {
            await walk.Page.EvaluateAsync("() => innovexusConsent.decide({ functional: true })");
            await walk.SettledAsync();
        }
        else
        {
            await walk.ChooseAsync(choice);
        }

        Assert.True(await walk.IsMarkedAsync());
    }

    [Fact]
    public async Task A_choice_by_script_loads_the_page_too()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/gated");

        await walk.Page.EvaluateAsync("() => { innovexusConsent.decide({ leaky: true }) }");

        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
    }

    [Fact]
    public async Task A_choice_made_before_the_rest_of_the_runtime_is_there_loads_the_page_too()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        var release = await walk.HoldAsync("**/_content/Innovexus.Consent/ic-policy.*js");
        await walk.Page.GotoAsync(enforcing.Url + "/gated", new() { WaitUntil = WaitUntilState.Commit });
        // With the runtime, or else the browser posts by itself, and the page that follows has it all.
        await walk.SettledAsync();
        await walk.ChooseAsync("Accept all");
        Assert.DoesNotContain("gated", await walk.RanAsync());

        release.SetResult();

        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
    }

    [Fact]
    public async Task A_choice_whose_post_is_under_way_when_the_rest_of_the_runtime_arrives_loads_the_page_too()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        var release = await walk.HoldAsync("**/_content/Innovexus.Consent/ic-policy.*js");
        var answer = await walk.HoldAsync("**/_ic/decision");
        await walk.Page.GotoAsync(enforcing.Url + "/gated", new() { WaitUntil = WaitUntilState.Commit });
        await walk.SettledAsync();
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('leaky')");

        release.SetResult();
        await walk.Page.WaitForLoadStateAsync();
        answer.SetResult();

        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
    }

    [Fact]
    public async Task A_choice_made_on_the_page_before_loads_the_page_where_the_rest_of_the_runtime_arrives_only_there()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        var release = await walk.HoldAsync("**/_content/Innovexus.Consent/ic-policy.*js");
        await walk.Page.GotoAsync(enforcing.Url + "/page-b", new() { WaitUntil = WaitUntilState.Commit });
        await walk.SettledAsync();
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/gated");
        await walk.MarkDocumentAsync();

        release.SetResult();

        await walk.Page.WaitForFunctionAsync("() => !window.marked && window.ran?.includes('gated')");
    }

    [Fact]
    public async Task A_grant_in_another_tab_loads_the_next_page_also_where_a_view_is_refreshed_meanwhile()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/page-a");
        await using var tab = await walk.NewTabAsync();
        await tab.OpenAsync("/view");
        await tab.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");
        await Assertions.Expect(tab.Page.Locator("#two")).ToHaveTextAsync("two is granted: Given");
        await tab.SettledAsync();
        Assert.True(await tab.IsMarkedAsync());

        await tab.Page.Locator("nav a[href='/gated']").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
        Assert.False(await tab.IsMarkedAsync());
    }

    [Fact]
    public async Task A_grant_in_another_tab_waits_for_the_next_navigation()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/page-a");
        await using var tab = await walk.NewTabAsync();
        await tab.OpenAsync("/page-b");
        await tab.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");
        await tab.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('leaky')");
        await tab.SettledAsync();
        Assert.True(await tab.IsMarkedAsync());

        await tab.Page.Locator("nav a[href='/gated']").ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => window.ran?.includes('gated')");
        Assert.False(await tab.IsMarkedAsync());
    }

    [Fact]
    public async Task A_choice_that_the_site_does_not_know_of_loads_nothing()
    {
        await using var walk = await Walk.StartAsync(chromium, enforcing.Url);
        await walk.OpenAsync("/gated");
        await walk.MarkDocumentAsync();
        await walk.Context.RouteAsync("**/_ic/decision", route => route.AbortAsync());

        await walk.ChooseAsync("Accept all");

        Assert.True(await walk.IsMarkedAsync());
    }

    // What that page asks for; another test's page may still be loading.
    private static async Task<string[]> HitsAsync(WebHost host) =>
        [.. (await Client.GetFromJsonAsync<string[]>($"{host.Url}/test/hits"))!.Where(hit => hit.Contains("/raw", StringComparison.Ordinal))];
}

public class ReportedPolicyTests(Chromium chromium, HostThatReports host) : IClassFixture<HostThatReports>
{
    [Fact]
    public async Task Nothing_is_blocked_and_what_nobody_declared_is_reported_with_where_it_came_from()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/raw?secret=1");
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await walk.OpenAsync("/_ic/leaks");
        var row = walk.Page.Locator("tr", new() { HasText = "undeclared: http://undeclared.localhost" });
        await Assertions.Expect(row).ToHaveCountAsync(5);
        await Assertions.Expect(row.First).ToContainTextAsync("/raw");
        await Assertions.Expect(row.First).ToContainTextAsync("reported");
        // Declared, whatever the choice.
        await Assertions.Expect(walk.Page.Locator("tr", new() { HasText = "leaky" })).ToHaveCountAsync(0);
        Assert.DoesNotContain("secret", await walk.Page.ContentAsync(), StringComparison.Ordinal);
    }
}
