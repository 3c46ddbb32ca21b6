using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>JavaScript, CSS and HTML of the docs, run in a page.</summary>
public partial class DocsTests(Chromium chromium, HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Fact]
    public async Task JavaScript_runs_without_an_error()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        // A page on which no script is gated: deciding back and forth loads nothing again.
        await walk.OpenAsync("/_ic/preferences");
        var blocks = Blocks("js").ToArray();
        Assert.Equal(6, blocks.Length);

        foreach (var block in blocks)
        {
            await walk.Page.EvaluateAsync($"async () => {{ {block} }}");
            await walk.SettledAsync();
        }

        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Css_takes_effect()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");

        foreach (var block in Blocks("css"))
        {
            var properties = Property().Matches(block).Select(match => match.Value).ToArray();
            Assert.NotEmpty(properties);
            // Each is one that the library's own style reads.
            var style = await File.ReadAllTextAsync(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.css"));
            Assert.All(properties, property => Assert.Contains($"var({property}", style, StringComparison.Ordinal));
            var changed = block.Replace("#c2410c", "#123456", StringComparison.Ordinal);
            await walk.Page.EvaluateAsync("css => { const style = document.createElement('style'); style.textContent = css; document.head.append(style) }", changed);
            // As it is painted: the style derives it.
            Assert.Equal("18,52,86", await walk.Banner.Locator("button").First.EvaluateAsync<string>("""
                button => {
                    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
                    canvas.fillStyle = getComputedStyle(button).backgroundColor;
                    canvas.fillRect(0, 0, 1, 1);
                    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
                }
                """));
        }
    }

    [Fact]
    public async Task Html_is_gated_and_opens()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.Context.RouteAsync("https://www.youtube-nocookie.com/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>film</title>" }));
        await walk.OpenAsync("/page-b");
        foreach (var block in Blocks("html").Where(block => !block.Contains("<script", StringComparison.Ordinal)))
        {
            // Under an id that this host declares.
            await walk.Page.EvaluateAsync("html => document.querySelector('main').append(document.createRange().createContextualFragment(html))", block.Replace("data-ic=\"youtube\"", "data-ic=\"video\"", StringComparison.Ordinal));
        }

        await walk.SettledAsync();
        Assert.Empty(walk.Foreign);
        await walk.Page.Locator("main [data-ic-open]").ClickAsync();
        await walk.Dialog.WaitForAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await walk.ChooseAsync("Accept all");
        await walk.Page.Locator("main iframe[src]").WaitForAsync();
        Assert.Equal(["GET https://www.youtube-nocookie.com/embed/x"], walk.Foreign);
    }

    private static IEnumerable<string> Blocks(string language) =>
        from path in Directory.GetFiles(Repository.Path("docs"), "*.md").Order(StringComparer.Ordinal)
        from Match block in Regex.Matches(File.ReadAllText(path), $"^```{language}\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)
        select block.Groups[1].Value;

    [GeneratedRegex("--ic-[a-z-]+")]
    private static partial Regex Property();
}
