using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The whole walk of a visitor under strict policies: no violation, enforced or reported.</summary>
[Collection("site log")]
public class StrictPolicyTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_sample_violates_neither_its_nonce_policy_nor_that_of_the_declared_origins()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var violations = await Violations.CollectAsync(walk);
        await walk.OpenAsync("/");
        await walk.FollowAsync("/pricing");
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/platform");
        await walk.OpenSettingsAsync();
        await walk.Dialog.Locator("[name=category][value=functional]").UncheckAsync();
        await WithdrawAsync(walk, "Save");
        await walk.FollowAsync("/blog");
        await walk.ChooseInAsync(walk.Page.Locator("[data-ic-embed]").First, "Always allow: The link that failed every Tuesday (video)");
        await walk.Page.FrameLocator("[data-ic-embed] iframe").Locator("body").WaitForAsync();
        await walk.OpenSettingsAsync();
        await WithdrawAsync(walk, "Reject all");
        foreach (var page in Site.Pages)
        {
            await walk.OpenAsync(page);
        }

        Assert.Empty(violations);
        Assert.Empty(walk.Errors);
        await walk.OpenAsync("/_ic/leaks");
        // But for the twin's.
        Assert.DoesNotContain(await walk.Page.Locator("tbody tr").AllTextContentsAsync(), row => !row.Contains("nobody.localhost", StringComparison.Ordinal));
    }

    /// <summary>Clicks a button of the dialog that stops something that runs, and waits for the load that follows.</summary>
    internal static async Task WithdrawAsync(Walk walk, string button)
    {
        await walk.MarkDocumentAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked");
        await walk.SettledAsync();
    }

    [Fact]
    public async Task Twin_a_source_that_nobody_declares_is_seen()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var violations = await Violations.CollectAsync(walk);
        await walk.OpenAsync("/");

        await walk.Page.EvaluateAsync("() => { new Image().src = 'http://nobody.localhost/pixel.gif' }");

        await walk.Page.WaitForFunctionAsync("() => true");
        Assert.Contains(violations, violation => violation.StartsWith("img-src http://nobody.localhost", StringComparison.Ordinal));
    }
}

public class TrustedTypesTests(Chromium chromium, HostWithTrustedTypes host) : IClassFixture<HostWithTrustedTypes>
{
    [Fact]
    public async Task Razor_pages_work_where_trusted_types_are_demanded()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var violations = await Violations.CollectAsync(walk);
        await walk.OpenAsync("/pages/live");
        await walk.ChooseAsync("Accept all");
        // The page is asked for again, since only the branch that may be seen was sent.
        await Assertions.Expect(walk.Page.Locator("#view")).ToHaveTextAsync("granted");
        await walk.SettledAsync();
        Assert.Equal(["head", "live", "view /pages/live"], (await walk.RanAsync()).Order(StringComparer.Ordinal));

        // An inline module, the script behind it, and one that runs again in an element that has run and is set back, as a diff does.
        await walk.OpenAsync("/pages/live-modules");
        Assert.Equal(["module", "after module"], (await walk.RanAsync()).Where(name => name is "module" or "after module"));
        await walk.Page.EvaluateAsync("() => { history.pushState(null, '', '/pages/elsewhere'); document.querySelector('[data-ic-run]').type = 'text/plain'; }");
        await walk.Page.WaitForFunctionAsync("() => window.ran.includes('view /pages/elsewhere')");

        await walk.OpenAsync("/pages/live-embed");
        await walk.OpenSettingsAsync();
        await walk.Dialog.Locator("[name=category][value=functional]").UncheckAsync();
        await walk.ChooseInAsync(walk.Dialog, "Save");
        await walk.OpenAsync("/pages/live-embed");
        await walk.ChooseInAsync(walk.Page.Locator("[data-ic-embed]").First, "Always allow: A film");
        await walk.Page.Locator("[data-ic-embed] iframe").First.ContentFrame.Locator("body").WaitForAsync();
        await walk.OpenAsync("/pages/live-preferences");
        await walk.OpenSettingsAsync();
        await StrictPolicyTests.WithdrawAsync(walk, "Reject all");
        await walk.OpenAsync("/pages/live");

        Assert.Empty(violations);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Where_our_policy_is_not_listed_the_settings_open_as_a_page_and_nothing_else_runs()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/pages/*", async route =>
        {
            var answer = await route.FetchAsync();
            var headers = answer.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
            headers["content-security-policy"] = headers["content-security-policy"].Replace("trusted-types innovexus-consent", "trusted-types nobodys", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Headers = headers });
        });
        await walk.OpenAsync("/pages/live");

        await walk.SettingsLink.ClickAsync();

        await Assertions.Expect(walk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/_ic/preferences"));
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToBeVisibleAsync();
    }
}
