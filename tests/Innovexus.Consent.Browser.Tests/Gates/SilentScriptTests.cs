using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Scripts that tell neither that they have run nor that they have failed: those behind them run all the same.</summary>
public class SilentScriptTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Theory]
    [InlineData("nomodule src=\"/vendor/old.js\"")]
    [InlineData("data-ic-type=\"text/partytown\" src=\"/vendor/worker.js\"")]
    [InlineData("data-ic-type=\"text/template\"")]
    [InlineData("src=\"\"")]
    [InlineData("src=\"http://:0\"")]
    [InlineData("src=\"unknown:scheme\"")]
    public async Task One_that_the_browser_passes_over_stops_no_other(string attributes)
    {
        await using var walk = await StartAsync();

        await AddAsync(walk, $"<script type='text/plain' data-ic='two' {attributes}></script><script type='text/plain' data-ic='two'>(window.ran ??= []).push('behind')</script>");
        await walk.SettledAsync();

        Assert.Equal(["behind"], (await walk.RanAsync()).Where(name => name == "behind"));
        Assert.DoesNotContain("old", await walk.RanAsync());
    }

    // Nothing but time tells.
    [Fact]
    public async Task One_whose_server_never_answers_stops_no_other_for_ever()
    {
        await using var walk = await StartAsync();
        var release = await walk.HoldAsync("**/vendor/hanging.js");

        await AddAsync(walk, "<script type='text/plain' data-ic='two' src='/vendor/hanging.js'></script><script type='text/plain' data-ic='two'>(window.ran ??= []).push('behind')</script>");
        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('behind')");
        await walk.SettledAsync();

        Assert.DoesNotContain("hanging", await walk.RanAsync());
        release.SetResult();
        await walk.Page.WaitForFunctionAsync("() => ran.includes('hanging')");
    }

    // No browser runs a script that is written as text, and none says so: a copy runs in its place.
    [Fact]
    public async Task One_written_as_text_runs_where_it_stands_and_in_order()
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("""
            () => {
              const script = (attributes, code) => `<script type="text/plain" data-ic="two" ${attributes}>${code}</` + 'script>';
              document.querySelector('main').innerHTML = '<section>' + script('src="/vendor/text.js?delay=200"', '') + '</section>'
                + script('', 'ran.push("inline of " + document.currentScript.parentNode.localName)') + script('data-ic-type=module', 'ran.push("module")') + script('', 'ran.push("last")');
            }
            """);
        await walk.SettledAsync();

        Assert.Equal(["text", "inline of main", "module", "last"], (await walk.RanAsync()).Where(name => name != "head" && !name.StartsWith("view", StringComparison.Ordinal)));
        Assert.Empty(walk.Errors);
    }

    // By a widget, while the page still waits for an image.
    [Fact]
    public async Task One_written_as_text_before_the_page_is_complete_runs_too()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await walk.SettledAsync();
        var release = await walk.HoldAsync("**/slow.svg");
        await walk.Context.RouteAsync(url => url == $"{host.Url}/page-b", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("</main>", "<img src=/slow.svg alt></main>", StringComparison.Ordinal) });
        });
        await walk.Page.GotoAsync($"{host.Url}/page-b", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await walk.SettledAsync();
        Assert.Equal("interactive", await walk.Page.EvaluateAsync<string>("document.readyState"));

        await walk.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<script type=\"text/plain\" data-ic=\"two\">(window.ran ??= []).push(\"early\")</' + 'script>')");
        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('early')");
        release.SetResult();
    }

    [Fact]
    public async Task A_type_that_is_no_script_stays_for_those_who_run_it()
    {
        await using var walk = await StartAsync();

        await AddAsync(walk, "<script type='text/plain' data-ic='two' data-ic-type='text/partytown'>1</script>");

        await walk.Page.WaitForFunctionAsync("() => document.querySelector('script[type=\"text/partytown\"]')");
    }

    private async Task<Walk> StartAsync()
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await walk.SettledAsync();
        return walk;
    }

    private static Task AddAsync(Walk walk, string html) =>
        walk.Page.EvaluateAsync("html => { document.querySelector('main').append(document.createRange().createContextualFragment(html)) }", html);
}
