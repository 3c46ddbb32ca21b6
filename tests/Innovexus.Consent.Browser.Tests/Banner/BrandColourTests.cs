using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Whatever colour a site gives, what is made from it can be read and seen (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public class BrandColourTests(Chromium chromium)
{
    // What may not be less than what: words on their ground, and what is to be seen on its.
    private const string Measure = """
        brands => {
            const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }), probe = document.querySelector('.ic');
            const luminance = name => {
                probe.style.backgroundColor = `var(${name})`;
                canvas.fillStyle = getComputedStyle(probe).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                    .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);
            };
            const contrast = (one, other) => {
                const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
                return (lighter + .05) / (darker + .05);
            };
            const faults = [];
            for (const brand of brands) {
                if (brand) probe.style.setProperty('--ic-brand', brand);
                for (const [one, other, least] of [['button-ink', 'button', 4.5], ['button-ink', 'hover', 4.5], ['button', 'surface', 3], ['hover', 'surface', 3], ['focus', 'surface', 3], ['ink', 'surface', 7], ['quiet', 'surface', 4.5], ['edge', 'surface', 3]]) {
                    const found = contrast(`--ic-${one}`, `--ic-${other}`);
                    if (!(found >= least)) faults.push(`${brand}: ${one} on ${other} has ${found.toFixed(2)}`);
                }
            }
            return faults;
        }
        """;

    private static readonly string[] Steps = ["00", "33", "66", "99", "cc", "ff"];

    // Every sixth step of red, green and blue; colours of wide screens; one for each scheme; and none.
    private static string[] Brands =>
    [
        "", .. from red in Steps from green in Steps from blue in Steps select $"#{red}{green}{blue}",
        "color(display-p3 0 1 0)", "color(display-p3 1 1 0)", "color(display-p3 1 0 1)", "oklch(.9 .37 110)", "light-dark(#c2410c, #fdba74)", "light-dark(#ffff00, #000080)", "rebeccapurple",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Any_brand_colour_gives_words_and_edges_their_contrast(ColorScheme scheme)
    {
        await using var walk = await StartAsync(scheme, "");

        Assert.Empty(await walk.Page.EvaluateAsync<string[]>(Measure, Brands));
    }

    [Fact]
    public async Task A_brand_colour_that_has_contrast_stays_as_it_is()
    {
        await using var walk = await StartAsync(ColorScheme.Light, ".ic { --ic-brand: #7a1fa2 }");

        Assert.Equal("122,31,162", await walk.Page.EvaluateAsync<string>("""
            () => {
                const canvas = new OffscreenCanvas(1, 1).getContext('2d');
                canvas.fillStyle = getComputedStyle(document.querySelector('button')).backgroundColor;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
            }
            """));
    }

    [Fact]
    public async Task Twin_without_the_bound_a_light_colour_gives_words_that_cannot_be_read()
    {
        await using var walk = await StartAsync(ColorScheme.Light, ".ic { --ic-button: var(--ic-brand) }");

        Assert.Contains(await walk.Page.EvaluateAsync<string[]>(Measure, new[] { "#ffcc00" }), fault => fault.StartsWith("#ffcc00: button-ink on button", StringComparison.Ordinal));
    }

    private async Task<Walk> StartAsync(ColorScheme scheme, string rule)
    {
        var walk = await Walk.StartAsync(chromium, "about:blank", new() { ColorScheme = scheme });
        var sheet = await File.ReadAllTextAsync(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.css"));
        await walk.Page.SetContentAsync($"<!DOCTYPE html><style>html {{ color-scheme: light dark }} {sheet} {rule}</style><div class=ic><div class=ic-actions><button>Words</button></div></div>");
        return walk;
    }
}
