namespace Innovexus.Consent.Browser.Tests;

/// <summary>Gated scripts that write into the document: it is complete when consent comes, and writing would replace it.</summary>
public class DocumentWriteTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    private const string Inline = "<script type='text/plain' data-ic='two'>document.write('<p id=written>written</p>'); (window.ran ??= []).push('wrote')</script>";
    private const string External = "<script type='text/plain' data-ic='two' src='/vendor/writes.js'></script>";
    private const string Opening = "<script type='text/plain' data-ic='two'>document.open(); document.writeln('nothing else'); document.close(); (window.ran ??= []).push('wrote')</script>";

    [Theory]
    [InlineData(Inline, "an inline script of 'two' calls document.write", false)]
    [InlineData(Inline, "an inline script of 'two' calls document.write", true)]
    [InlineData(External, "/vendor/writes.js of 'two' calls document.write", false)]
    [InlineData(External, "/vendor/writes.js of 'two' calls document.write", true)]
    [InlineData(Opening, "an inline script of 'two' calls document.open", false)]
    [InlineData(Opening, "an inline script of 'two' calls document.open", true)]
    public async Task The_page_stays_and_the_console_names_script_and_vendor(string script, string message, bool returning)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("**/vendor/writes.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = "document.write('<p id=written>written</p>'); (window.ran ??= []).push('wrote')",
        }));
        await walk.Context.RouteAsync(url => url == $"{host.Url}/page-b", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("</main>", $"{script}</main>", StringComparison.Ordinal) });
        });
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("innovexusConsent.decide({ two: true })");
        if (returning)
        {
            await walk.OpenAsync("/page-b");
        }

        await walk.Page.WaitForFunctionAsync("() => window.ran?.includes('wrote')");
        await walk.SettledAsync();

        Assert.True(await walk.Page.Locator("footer").IsVisibleAsync());
        Assert.Equal(0, await walk.Page.Locator("#written").CountAsync());
        Assert.Contains(walk.Errors, error => error.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_own_scripts_write_as_ever()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.Page.EvaluateAsync("() => { const frame = document.createElement('iframe'); document.querySelector('main').append(frame); frame.contentDocument.write('<p>framed</p>') }");
        Assert.Equal("framed", await walk.Page.FrameLocator("iframe").Locator("p").InnerTextAsync());

        await walk.Page.EvaluateAsync("() => { document.open(); document.write('<p id=own>own</p>'); document.close() }");

        Assert.Equal("own", await walk.Page.Locator("#own").InnerTextAsync());
        Assert.Empty(walk.Errors);
    }
}
