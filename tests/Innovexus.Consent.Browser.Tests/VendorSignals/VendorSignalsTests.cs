using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What vendors hear, in order and word for word, as a page's own queues and functions record it.</summary>
public class VendorSignalsTests(Chromium chromium, HostWithSignals host) : IClassFixture<HostWithSignals>
{
    private const string Page = "/live-signals";

    [Fact]
    public async Task Before_a_choice_only_what_comes_first_is_said()
    {
        await using var walk = await StartAsync();

        await Heard.AssertAsync(walk, ["document", .. Heard.First]);
        Assert.True(await walk.Page.EvaluateAsync<bool>("window['count-disabled']"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task On_a_grant_all_is_said_before_the_scripts_of_the_vendor_and_its_functions_are_called_when_they_are_there()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Accept all");

        await Heard.AssertAsync(walk, ["document", .. Heard.First, "dataLayer" + Heard.Update(true, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(true), "ran ads", "ran counter false", "call granted"]);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_refusal_is_said_once_and_nothing_runs()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Reject all");

        await Heard.AssertAsync(walk, ["document", .. Heard.First, "dataLayer" + Heard.Update(false, false), .. Heard.Ads(false)]);
    }

    [Fact]
    public async Task A_choice_by_purpose_is_said_as_one_update()
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: true })");
        await walk.SettledAsync();

        await Heard.AssertAsync(walk, ["document", .. Heard.First, "dataLayer" + Heard.Update(false, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(false), "ran counter false", "call granted"]);
    }

    [Fact]
    public async Task A_withdrawal_is_said_before_anything_is_deleted_and_the_next_document_begins_with_it()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await Heard.ForgetAsync(walk);

        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        await walk.SettledAsync();

        await Heard.AssertAsync(walk, ["dataLayer" + Heard.Update(false, false), "_paq [\"forgetConsentGiven\"]", "call revoked true", .. Heard.Ads(false), "document", .. Heard.First, "dataLayer" + Heard.Update(false, false), .. Heard.Ads(false)]);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.counter"));
    }

    [Fact]
    public async Task A_visitor_who_returns_is_known_before_anything_runs()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await Heard.ForgetAsync(walk);

        await walk.OpenAsync(Page);

        await Heard.AssertAsync(walk, ["document", "dataLayer" + Heard.Default(true, true), "_paq [\"requireConsent\"]", "dataLayer" + Heard.Update(true, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(true), "ran ads", "ran counter false", "call granted"]);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Enhanced_navigation_says_nothing_anew()
    {
        await using var walk = await StartAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await Heard.ForgetAsync(walk);

        await walk.FollowAsync("/page-b");

        await Heard.AssertAsync(walk, []);
    }

    [Fact]
    public async Task A_choice_in_another_tab_is_said_here_too()
    {
        await using var walk = await StartAsync();
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/page-a");
        await Heard.ForgetAsync(walk);

        await other.ChooseAsync("Accept all");

        await walk.Page.WaitForFunctionAsync("() => (sessionStorage.heard ?? '').includes('call granted')");
        await Heard.AssertAsync(walk, ["dataLayer" + Heard.Update(true, true), "_paq [\"setConsentGiven\"]", .. Heard.Ads(true), "ran ads", "ran counter false", "call granted"]);
    }

    [Fact]
    public async Task An_opt_out_signal_that_only_scripts_see_is_said_like_a_choice()
    {
        var start = await Walk.StartAsync(chromium, host.Url);
        await start.Context.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })");
        await using var walk = await Heard.StartAsync(start, Page);

        await walk.ChooseAsync("Accept all");

        var heard = await Heard.WordsAsync(walk);
        Assert.Contains("dataLayer" + Heard.Update(true, true), heard);
        Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('ads') && !innovexusConsent.isGranted('three')"));
    }

    [Fact]
    public async Task A_page_that_comes_back_as_it_was_left_hears_nothing_again()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await walk.Page.EvaluateAsync("() => addEventListener('pageshow', event => { window.restored = event.persisted })");
        await walk.OpenAsync("/page-a");
        await Heard.ForgetAsync(walk);

        await walk.Page.GoBackAsync();
        await walk.SettledAsync();

        if (await walk.Page.EvaluateAsync<bool>("window.restored == true"))
        {
            await Heard.AssertAsync(walk, []);
        }
        else
        {
            Assert.Equal("document", (await Heard.WordsAsync(walk))[0]);
        }
    }

    [Fact]
    public async Task A_queue_that_a_script_made_anew_hears_it_all_again()
    {
        await using var walk = await StartAsync();
        await walk.Page.EvaluateAsync("() => { window.dataLayer = [] }");

        await walk.ChooseAsync("Accept all");

        Assert.Equal(["default", "update"], await walk.Page.EvaluateAsync<string[]>("dataLayer.map(words => words[1])"));
    }

    [Fact]
    public async Task A_vendor_whose_function_throws_holds_nobody_up()
    {
        await using var walk = await StartAsync();
        await walk.Page.EvaluateAsync("() => { uetq.push = () => { throw new Error('broken') } }");

        await walk.ChooseAsync("Accept all");

        Assert.Contains("ran ads", await Heard.WordsAsync(walk));
        Assert.Contains("Consent: uetq failed.", Assert.Single(walk.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script src='/vendor/early.js'></script>", "/vendor/early.js stands before <ConsentHead />")]
    [InlineData("<script type='module' src='/vendor/early.js'></script><script defer src='/vendor/early.js'></script><script type='application/json'>{}</script>", null)]
    public async Task In_Development_a_script_that_is_earlier_is_reported(string script, string? warning)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        var warnings = new List<string>();
        walk.Page.Console += (_, message) => warnings.AddRange(message.Type == "warning" ? [message.Text] : []);
        await walk.Context.RouteAsync("**" + Page, async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("<head>", "<head>" + script, StringComparison.Ordinal) });
        });

        await walk.OpenAsync(Page);
        // The module that looks is the page's, so it has run by then.
        await walk.Page.WaitForLoadStateAsync();

        if (warning is null)
        {
            Assert.Empty(warnings);
        }
        else
        {
            Assert.Contains(warning, Assert.Single(warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Twin_a_runtime_that_does_not_wait_for_what_is_to_be_said_is_reported()
    {
        var start = await Walk.StartAsync(chromium, host.Url);
        await Twin.ReplaceAsync(start.Context, "ic.js", "if (dataset.icSay != null) await tell();", "");
        await using var walk = await Heard.StartAsync(start, Page);
        var release = await walk.HoldAsync("**/ic-signals*.js");

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => sessionStorage.heard.includes('ran counter')");

        Assert.DoesNotContain("_paq [\"setConsentGiven\"]", await Heard.WordsAsync(walk));
        release.SetResult();
    }

    private async Task<Walk> StartAsync(string path = Page) => await Heard.StartAsync(await Walk.StartAsync(chromium, host.Url), path);
}
