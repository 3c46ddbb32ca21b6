using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class GateTests(Chromium chromium, HostWithStrictDynamic host) : IClassFixture<HostWithStrictDynamic>
{
    [Fact]
    public async Task A_pages_own_script_runs_when_the_page_first_appears_and_not_again()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Accept all");

        foreach (var page in new[] { "/page-a", "/page-b", "/page-a", "/page-b", "/" })
        {
            await walk.FollowAsync(page);
        }

        await walk.BackAsync();
        Assert.Equal(["head", "a", "b"], (await walk.RanAsync()).Where(name => !name.StartsWith("view", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Each_navigation_runs_once_for_each_change_of_address()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.FollowAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/page-b");
        await walk.FollowAsync("/page-a");
        await walk.BackAsync();

        Assert.Equal(
            ["view /page-a", "view /page-b", "view /page-a", "view /page-b"],
            (await walk.RanAsync()).Where(name => name.StartsWith("view", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_runs_on_each_navigation_finds_its_element_in_the_page_also_where_nothing_waits_for_it()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        foreach (var page in new[] { "/page-a", "/page-b" })
        {
            await Twin.ReplaceInPagesAsync(
                walk.Context, host.Url + page, "</main>", "<script type='text/plain' data-ic='one' data-ic-run='navigation' async src='/vendor/where.js'></script></main>");
        }

        await walk.Context.RouteAsync("**/vendor/where.js", route => route.FulfillAsync(
            new() { ContentType = "text/javascript", Body = "(window.places ??= []).push(document.currentScript.parentNode?.localName ?? 'nowhere')" }));
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.Page.WaitForFunctionAsync("() => window.places?.length == 1");

        await walk.FollowAsync("/page-b");
        await walk.Page.WaitForFunctionAsync("() => places.length == 2");

        Assert.Equal(["main", "main"], await walk.Page.EvaluateAsync<string[]>("places"));
        await walk.Page.WaitForFunctionAsync("() => !document.querySelector('[data-ic-copy][data-ic-run]')");
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_page_view_is_counted_when_the_page_is_there_and_not_when_the_old_one_changes()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        var release = await walk.HoldAsync("**/page-b");
        await walk.Page.Locator("nav a[href='/page-b']").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => location.pathname == '/page-b'");

        await walk.Page.EvaluateAsync("() => { document.querySelector('main').append(document.createElement('p')) }");
        await walk.SettledAsync();
        Assert.DoesNotContain("view /page-b", await walk.RanAsync());

        release.SetResult();
        await walk.Page.WaitForFunctionAsync("() => ran.includes('b')");
        await walk.SettledAsync();
        Assert.Equal(["view /page-a", "view /page-b"], (await walk.RanAsync()).Where(name => name.StartsWith("view", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Markup_written_by_hand_runs_also_where_navigation_reuses_its_element()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/hand-a");
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/hand-b");
        await walk.FollowAsync("/hand-a");
        await walk.FollowAsync("/hand-b");

        Assert.Equal(["hand-a", "hand-b"], (await walk.RanAsync()).Where(name => name.StartsWith("hand", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Unknown_and_mistyped_ids_never_run_not_even_after_accept_all()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/unknown");

        await walk.ChooseAsync("Accept all");

        Assert.Equal(["by category", "head"], (await walk.RanAsync()).Where(name => !name.StartsWith("view", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("'onne', which is neither a category nor a vendor, so it never runs. Did you mean 'one'?", host.Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'analytics'?", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Order_holds_on_a_page_that_is_still_streaming_in(bool byNavigation)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Accept all");

        if (byNavigation)
        {
            await walk.FollowAsync("/streaming");
        }
        else
        {
            await walk.OpenAsync("/streaming");
        }

        await walk.Page.WaitForFunctionAsync("() => ran.includes('streamed in')");
        Assert.Equal(
            ["head", "inline last in its parent", "after it", "streamed in"],
            (await walk.RanAsync()).Where(name => !name.StartsWith("view", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_scripts_with_one_key_one_runs_and_two_frames_of_one_address_both_open(bool byNavigation)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true, video: true })");
        if (byNavigation)
        {
            await walk.FollowAsync("/twins");
        }
        else
        {
            await walk.OpenAsync("/twins");
        }

        await Assertions.Expect(walk.Page.GetByText("Late")).ToBeVisibleAsync();
        await walk.SettledAsync();
        await Assertions.Expect(walk.Page.Locator("iframe[data-ic][src]")).ToHaveCountAsync(2);

        Assert.Equal(["twin", "first of a key"], await walk.RanAsync());
        Assert.Empty(walk.Errors);
        Assert.DoesNotContain("Exception", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_markup_that_the_docs_show_is_gated_and_runs()
    {
        var blocks = Regex.Matches(await File.ReadAllTextAsync(Repository.Path("docs", "gating.md")), "```html\n(.*?)```", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value.Replace("data-ic=\"plausible\"", "data-ic=\"one\"", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, blocks.Length);
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("https://plausible.io/**", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "console.log('the script above')" }));
        var told = new List<string>();
        walk.Page.Console += (_, message) => told.Add(message.Text);
        await walk.OpenAsync("/");
        await walk.Page.EvaluateAsync("html => { document.querySelector('main').append(document.createRange().createContextualFragment(html)) }", string.Concat(blocks));
        await walk.SettledAsync();
        Assert.Empty(told);

        await walk.ChooseAsync("Accept all");

        Assert.Equal(["the script above", "runs once, after the script above"], told.Where(text => text.Contains("script above", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_holds_for_six_months_by_the_hosts_clock()
    {
        await using var host2 = await AppProcess.StartAsync("tests/hosts/Web");
        await using var walk = await Walk.StartAsync(chromium, host2.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Reject all");

        await AdvanceAsync(181);
        await walk.OpenAsync("/");
        Assert.Equal(0, await walk.Banner.CountAsync());

        // Within one document as well: a permanent root cannot be filled by navigation, so the page is loaded once.
        await walk.MarkDocumentAsync();
        await AdvanceAsync(2);
        await walk.Page.Locator("nav a[href='/page-a']").ClickAsync();
        await walk.Banner.WaitForAsync();
        await walk.SettledAsync();
        Assert.False(await walk.IsMarkedAsync());
        Assert.EndsWith("/page-a", walk.Page.Url, StringComparison.Ordinal);

        Task AdvanceAsync(double days) => walk.Page.APIRequest.PostAsync($"{host2.Url}/test/clock?days={days}");
    }
}
