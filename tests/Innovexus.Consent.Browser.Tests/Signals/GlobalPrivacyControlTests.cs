using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Global Privacy Control in a real browser: by header, by the property that scripts see, and by one that comes late.</summary>
[Collection("site log")]
public class GlobalPrivacyControlTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    // Chromium has no such property of its own.
    private const string Property = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })";

    [Fact]
    public async Task Who_has_nothing_left_to_decide_once_the_signal_is_known_is_not_asked()
    {
        await using var walk = await StartAsync(header: false, property: true);
        await walk.Context.RouteAsync("**/_ic/decision", async route =>
        {
            // As where all that is declared is sold or shared.
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("\"banner\":true", "\"banner\":false", StringComparison.Ordinal) });
        });

        await walk.OpenAsync("/pricing");

        Assert.Single(walk.Posts);
        await Assertions.Expect(walk.Banner).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true, "before")]
    [InlineData(true, "never")]
    [InlineData(false, "before")]
    [InlineData(false, "after load")]
    public async Task Only_sale_and_sharing_is_affected_whatever_the_visitor_accepts(bool header, string property)
    {
        await using var walk = await StartAsync(header, property == "before");
        var before = (await site.LogAsync()).Length;
        await walk.OpenAsync("/pricing");
        if (property == "after load")
        {
            await walk.Page.EvaluateAsync(Property);
        }

        // It answers no question, and asks none.
        Assert.True(await walk.Banner.IsVisibleAsync());
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/platform");
        await walk.FollowAsync("/pricing");

        var log = (await site.LogAsync())[before..];
        Assert.DoesNotContain(log, request => request.StartsWith("ads ", StringComparison.Ordinal));
        Assert.Contains("analytics GET /script.js", log);
        Assert.Contains(log, request => request.StartsWith("support ", StringComparison.Ordinal));
        Assert.Equal(!header, (await walk.CookieAsync())!.Contains(".optout_signal.", StringComparison.Ordinal));
        await walk.OpenSettingsAsync();
        Assert.False(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).IsCheckedAsync());
        Assert.True(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).IsDisabledAsync());
        Assert.True(await walk.Dialog.GetByText("opt-out preference signal").IsVisibleAsync());
        Assert.True(await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }).IsCheckedAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_property_is_posted_once_and_its_end_too_and_what_was_stored_before_is_cleared()
    {
        await using var walk = await StartAsync(header: false, property: false);
        await walk.OpenAsync("/pricing");
        await walk.ChooseAsync("Accept all");
        Assert.Contains(await walk.Context.CookiesAsync(), cookie => cookie.Name == "_ads");
        Assert.Single(walk.Posts);

        await using (var signalled = await walk.NewTabAsync())
        {
            await signalled.Page.AddInitScriptAsync(Property);
            await signalled.OpenAsync("/pricing");
            await signalled.Page.WaitForFunctionAsync("() => innovexusConsent.state.locked.includes('adreach')");
            await signalled.SettledAsync();
            Assert.Single(signalled.Posts);
            Assert.DoesNotContain(await walk.Context.CookiesAsync(), cookie => cookie.Name == "_ads");
            Assert.DoesNotContain("ads.localhost", string.Join(' ', signalled.Foreign), StringComparison.Ordinal);
            await signalled.OpenAsync("/pricing");
            await signalled.FollowAsync("/platform");
            Assert.Single(signalled.Posts);
            // A tab that was open before, whose document has the earlier setting, does not take it back.
            Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('adreach')"));
            Assert.Single(walk.Posts);
            Assert.Empty(signalled.Errors);
        }

        // A browser that has been set otherwise; the earlier choice counts again.
        await walk.OpenAsync("/pricing");
        await walk.Page.WaitForFunctionAsync("() => innovexusConsent.isGranted('adreach')");
        await walk.SettledAsync();
        Assert.Equal(2, walk.Posts.Length);
        Assert.DoesNotContain("optout", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Nothing_but_the_confirmed_post_gets_past_the_lock()
    {
        await using var walk = await StartAsync(header: true, property: true);
        await walk.OpenAsync("/pricing");
        foreach (var attempt in new[]
        {
            "innovexusConsent.decide('accept-all')", "innovexusConsent.decide({ adreach: true, marketing: true })", "innovexusConsent.decide('opt-in')",
            "fetch('/_ic/decision', { method: 'POST', body: new URLSearchParams({ action: 'opt-in', confirm: 'yes' }) })",
            "document.cookie = 'ic_signal=v1.' + Date.now() + '; path=/'",
            """
            new Promise(resolve => {
              document.body.insertAdjacentHTML('beforeend', '<iframe name="hidden-frame" hidden></iframe><form method="post" action="/_ic/decision" target="hidden-frame"><input name="action" value="opt-in"><input name="confirm" value="yes"></form>');
              document.querySelector('[name=hidden-frame]').onload = resolve;
              document.querySelector('[target=hidden-frame]').submit();
            })
            """,
        })
        {
            await walk.Page.EvaluateAsync($"async () => {{ await ({attempt}); }}");
            await walk.OpenAsync("/pricing");
            Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('adreach')"), attempt);
        }

        await walk.Context.ClearCookiesAsync();
        await walk.OpenAsync("/privacy-choices");
        Assert.True(await walk.Page.GetByText("Opt-out request honored").IsVisibleAsync());
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow sale and sharing" }).ClickAsync();
        // The address says the culture too, where the machine has another than the visitor.
        await Assertions.Expect(walk.Page).ToHaveURLAsync(new Regex(@"/privacy-choices\?(culture=en&)?step=opt-in$"));
        await walk.SettledAsync();
        Assert.False(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('adreach')"));
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, allow" }).ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" }).WaitForAsync();
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('adreach')"));
        Assert.True((await walk.Context.CookiesAsync()).Single(cookie => cookie.Name == "ic_signal").HttpOnly);
    }

    private async Task<Walk> StartAsync(bool header, bool property)
    {
        var walk = await Walk.StartAsync(chromium, site.Url, new() { ExtraHTTPHeaders = header ? new Dictionary<string, string> { ["Sec-GPC"] = "1" } : null });
        if (property)
        {
            await walk.Context.AddInitScriptAsync(Property);
        }

        return walk;
    }
}
