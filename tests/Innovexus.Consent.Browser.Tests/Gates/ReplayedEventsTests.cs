using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Scripts that wait for the page's own events, which are over when a visitor allows them.</summary>
public class ReplayedEventsTests(Chromium chromium, HostWithStrictDynamic host) : IClassFixture<HostWithStrictDynamic>
{
    private const string Waiting = """
        document.addEventListener('DOMContentLoaded', event => ran.push('ready ' + event.type), { once: true });
        window.addEventListener('load', { handleEvent() { ran.push('loaded') } });
        addEventListener('load', () => ran.push('bare'));
        window.onload = () => ran.push('onload');
        document.addEventListener('click', () => ran.push('click'));
        (window.ran ??= []).push('begun');
        """;

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Who_opts_in_is_called_once_and_nobody_else(bool optsIn, bool external)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/vendor/waiting.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Waiting }));
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        await walk.SettledAsync();

        await walk.Page.EvaluateAsync(
            "([optsIn, external, code]) => { const script = document.createElement('script'); script.type = 'text/plain'; script.dataset.ic = 'two'; if (optsIn) script.dataset.icReplay = ''; "
            + "if (external) script.src = '/vendor/waiting.js'; else script.text = code; document.querySelector('main').append(script); }", new object[] { optsIn, external, Waiting });
        await walk.Page.WaitForFunctionAsync("optsIn => window.ran?.includes('begun') && (!optsIn || ran.includes('onload'))", optsIn);
        await walk.SettledAsync();
        // What a script adds later, or another script adds, is not its own.
        await walk.Page.EvaluateAsync("() => new Promise(resolve => { addEventListener('load', () => ran.push('other')); setTimeout(resolve) })");

        Assert.Equal(
            optsIn ? ["begun", "ready DOMContentLoaded", "loaded", "bare", "onload"] : ["begun"],
            (await walk.RanAsync()).Where(name => name != "head" && !name.StartsWith("view", StringComparison.Ordinal)));
        await walk.Page.Locator("h1").ClickAsync();
        Assert.Equal("click", (await walk.RanAsync())[^1]);
        Assert.Empty(walk.Errors);
    }
}
