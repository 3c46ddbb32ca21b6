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

    // Written as text, so the browser never runs it: nothing but time tells.
    [Fact]
    public async Task One_written_as_text_stops_no_other_for_ever()
    {
        await using var walk = await StartAsync();
        await walk.Page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main');
              main.innerHTML = '<script type="text/plain" data-ic="two" src="/vendor/text.js"></' + 'script>';
              main.append(document.createRange().createContextualFragment('<script type="text/plain" data-ic="two">(window.ran ??= []).push("behind")</' + 'script>'));
            }
            """);

        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('behind')");
        await walk.SettledAsync();

        Assert.DoesNotContain("text", await walk.RanAsync());
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
