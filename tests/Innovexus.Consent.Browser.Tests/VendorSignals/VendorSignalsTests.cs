using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What vendors hear, in order and word for word, as a page's own queues and functions record it.</summary>
public class VendorSignalsTests(Chromium chromium, HostWithSignals host) : IClassFixture<HostWithSignals>
{
    private const string Page = "/signals";

    // Queues that note what is pushed, and in which document. What a script of arguments pushes is told from an array.
    private const string Listen = """
        window.heard = (...words) => sessionStorage.heard = `${sessionStorage.heard ?? ''}${words.join(' ')}\n`;
        heard('document');
        for (const name of ['dataLayer', '_paq', 'uetq']) {
          const queue = window[name] = [];
          queue.push = (...items) => {
            for (const item of items) heard(name, JSON.stringify(Object.prototype.toString.call(item) == '[object Arguments]' ? [...item] : item));
            return Array.prototype.push.apply(queue, items);
          };
        }
        """;

    private static readonly string[] First = ["dataLayer" + Default(false, false), "_paq [\"requireConsent\"]"];

    [Fact]
    public async Task Before_a_choice_only_what_comes_first_is_said()
    {
        await using var walk = await StartAsync();

        await AssertHeardAsync(walk, ["document", .. First]);
        Assert.True(await walk.Page.EvaluateAsync<bool>("window['count-disabled']"));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task On_a_grant_all_is_said_before_the_scripts_of_the_vendor_and_its_functions_are_called_when_they_are_there()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Accept all");

        await AssertHeardAsync(walk, ["document", .. First, "dataLayer" + Update(true, true), "_paq [\"setConsentGiven\"]", .. Ads(true), "ran ads", "ran counter false", "call granted"]);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_refusal_is_said_once_and_nothing_runs()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Reject all");

        await AssertHeardAsync(walk, ["document", .. First, "dataLayer" + Update(false, false), .. Ads(false)]);
    }

    [Fact]
    public async Task A_choice_by_purpose_is_said_as_one_update()
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: true })");
        await walk.SettledAsync();

        await AssertHeardAsync(walk, ["document", .. First, "dataLayer" + Update(false, true), "_paq [\"setConsentGiven\"]", .. Ads(false), "ran counter false", "call granted"]);
    }

    [Fact]
    public async Task A_withdrawal_is_said_before_anything_is_deleted_and_the_next_document_begins_with_it()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await ForgetAsync(walk);

        await walk.OpenSettingsAsync();
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        await walk.SettledAsync();

        await AssertHeardAsync(walk, ["dataLayer" + Update(false, false), "_paq [\"forgetConsentGiven\"]", "call revoked true", .. Ads(false), "document", .. First, "dataLayer" + Update(false, false), .. Ads(false)]);
        Assert.Null(await walk.Page.EvaluateAsync<string?>("localStorage.counter"));
    }

    [Fact]
    public async Task A_visitor_who_returns_is_known_before_anything_runs()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await ForgetAsync(walk);

        await walk.OpenAsync(Page);

        await AssertHeardAsync(walk, ["document", "dataLayer" + Default(true, true), "_paq [\"requireConsent\"]", "dataLayer" + Update(true, true), "_paq [\"setConsentGiven\"]", .. Ads(true), "ran ads", "ran counter false", "call granted"]);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Enhanced_navigation_says_nothing_anew()
    {
        await using var walk = await StartAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await ForgetAsync(walk);

        await walk.FollowAsync("/page-b");

        await AssertHeardAsync(walk, []);
    }

    [Fact]
    public async Task A_choice_in_another_tab_is_said_here_too()
    {
        await using var walk = await StartAsync();
        await using var other = await walk.NewTabAsync();
        await other.OpenAsync("/page-a");
        await ForgetAsync(walk);

        await other.ChooseAsync("Accept all");

        await walk.Page.WaitForFunctionAsync("() => sessionStorage.heard.includes('call granted')");
        await AssertHeardAsync(walk, ["dataLayer" + Update(true, true), "_paq [\"setConsentGiven\"]", .. Ads(true), "ran ads", "ran counter false", "call granted"]);
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

        Assert.Contains("ran ads", await HeardAsync(walk));
        Assert.Contains("Consent: uetq failed.", Assert.Single(walk.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twin_a_runtime_that_does_not_wait_for_what_is_to_be_said_is_reported()
    {
        await using var walk = await StartAsync(prepare: async walk => await Twin.ReplaceAsync(walk.Context, "ic.js", "if (dataset.icSay != null) await tell();", ""));
        var release = await walk.HoldAsync("**/ic-signals*.js");

        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => sessionStorage.heard.includes('ran counter')");

        Assert.DoesNotContain("_paq [\"setConsentGiven\"]", await HeardAsync(walk));
        release.SetResult();
    }

    private async Task<Walk> StartAsync(string path = Page, Func<Walk, Task>? prepare = null)
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.AddInitScriptAsync(Listen);
        await (prepare?.Invoke(walk) ?? Task.CompletedTask);
        await walk.OpenAsync(path);
        return walk;
    }

    private static async Task<string[]> HeardAsync(Walk walk) => (await walk.Page.EvaluateAsync<string?>("sessionStorage.heard"))?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static async Task AssertHeardAsync(Walk walk, string[] expected) => Assert.Equal(expected, Grouped(await HeardAsync(walk)));

    private static Task ForgetAsync(Walk walk) => walk.Page.EvaluateAsync("() => { sessionStorage.removeItem('heard') }");

    // Scripts of different vendors do not wait for one another.
    private static string[] Grouped(string[] heard)
    {
        var ads = Array.IndexOf(heard, "ran ads");
        if (ads > 0 && heard[ads - 1].StartsWith("ran counter", StringComparison.Ordinal))
        {
            (heard[ads - 1], heard[ads]) = (heard[ads], heard[ads - 1]);
        }

        return heard;
    }

    private static string Default(bool ads, bool analytics) => Mode("default", ads, analytics);

    private static string Update(bool ads, bool analytics) => Mode("update", ads, analytics);

    private static string Mode(string command, bool ads, bool analytics) =>
        $$""" ["consent","{{command}}",{"ad_storage":"{{Word(ads)}}","analytics_storage":"{{Word(analytics)}}"}]""";

    private static string[] Ads(bool granted) => ["uetq \"consent\"", "uetq \"update\"", $$"""uetq {"ad_storage":"{{Word(granted)}}"}"""];

    private static string Word(bool granted) => granted ? "granted" : "denied";
}
