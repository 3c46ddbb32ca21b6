using Deque.AxeCore.Playwright;
using Innovexus.Consent.Testing;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The layouts other than the default, which the other tests look at.</summary>
public class LayoutTests(Chromium chromium, SiteWithBarAtTop top, SiteWithBox box, SiteWithCard card)
    : IClassFixture<SiteWithBarAtTop>, IClassFixture<SiteWithBox>, IClassFixture<SiteWithCard>
{
    public static TheoryData<string> Layouts => ["top", "box", "card"];

    // 400 % zoom of 1280 by 1024 is 320 by 256 (WCAG 2.2, 1.4.10); then the text alone (1.4.4), and its spacing (1.4.12).
    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Text_and_buttons_are_in_sight_however_large_or_wide_the_text_is(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        foreach (var (width, height, text, direction) in new[] { (1280, 800, 100, "ltr"), (1280, 800, 200, "rtl"), (700, 600, 100, "rtl"), (320, 568, 200, "ltr"), (320, 256, 100, "ltr"), (320, 256, 100, "rtl") })
        {
            await walk.Page.SetViewportSizeAsync(width, height);
            await walk.OpenAsync("/");
            await walk.TurnAsync(direction);
            await walk.Page.EvaluateAsync("text => { document.documentElement.style.fontSize = text + '%' }", text);

            Assert.Equal((width, height, text, ""), (width, height, text, string.Join("; ", await BannerFaults.FindAsync(walk))));
            ConsentMarkup.EnsureEqualProminence(await walk.Page.EvaluateAsync<string[]>(ConsentMarkup.ProminenceScript()));
        }

        await walk.Page.SetViewportSizeAsync(320, 568);
        await walk.OpenAsync("/");
        await walk.Page.EvaluateAsync("""
            () => {
                for (const element of document.querySelectorAll('.ic, .ic *'))
                    for (const [name, value] of Object.entries({ 'line-height': '1.5', 'letter-spacing': '.12em', 'word-spacing': '.16em' })) element.style.setProperty(name, value, 'important');
            }
            """);
        Assert.Empty(await BannerFaults.FindAsync(walk));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task The_banner_has_no_violation_in_any_scheme_width_or_direction_and_says_what_it_is(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        foreach (var (scheme, forced) in new[] { (ColorScheme.Light, ForcedColors.None), (ColorScheme.Dark, ForcedColors.None), (ColorScheme.Light, ForcedColors.Active) })
        {
            await walk.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced, ReducedMotion = ReducedMotion.Reduce });
            foreach (var width in new[] { 1280, 320 })
            {
                await walk.Page.SetViewportSizeAsync(width, 700);
                await walk.OpenAsync("/");
                foreach (var direction in new[] { "ltr", "rtl" })
                {
                    await walk.TurnAsync(direction);
                    var result = await walk.Banner.RunAxe();
                    Assert.True(result.Passes.Length > 5);
                    Assert.Equal((scheme, forced, width, direction, ""), (scheme, forced, width, direction, string.Join("; ", result.Violations.Select(violation => violation.Id))));
                }
            }
        }

        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Region, new() { Name = "We use cookies" })).ToMatchAriaSnapshotAsync("""
            - region "We use cookies":
              - heading "We use cookies" [level=2]
              - paragraph:
                - link "Privacy policy"
              - button "Accept all"
              - button "Reject all"
              - button "Manage"
            """);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Labels_of_different_length_make_no_button_less(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        var page = walk.Page;
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 700);
            await walk.OpenAsync("/");
            foreach (var words in new[] { new[] { "Alle akzeptieren", "Ablehnen", "Verwalten" }, ["OK", "Kaikki valinnaiset evästeet hylätään", "Asetukset"] })
            {
                await page.EvaluateAsync("words => document.querySelectorAll('.ic-banner button').forEach((button, i) => button.textContent = words[i])", words);

                ConsentMarkup.EnsureEqualProminence(await page.EvaluateAsync<string[]>(ConsentMarkup.ProminenceScript()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Nothing_shifts_when_the_banner_comes(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout), new() { ReducedMotion = ReducedMotion.NoPreference });
        await walk.Page.AddInitScriptAsync("""
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value)).observe({ type: 'layout-shift', buffered: true });
            """);
        foreach (var width in new[] { 1280, 320 })
        {
            await walk.Page.SetViewportSizeAsync(width, 700);
            await walk.OpenAsync("/");
            Assert.Equal("ic-enter", await walk.Banner.EvaluateAsync<string>("banner => Promise.all(banner.getAnimations().map(animation => animation.finished)).then(() => getComputedStyle(banner).animationName)"));

            Assert.Equal(0, await walk.Page.EvaluateAsync<double>("window.shift"));
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Tab_never_ends_under_the_banner(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        await walk.OpenAsync("/");
        await Tabbing.FillAsync(walk);

        var stops = await Tabbing.ThroughAsync(walk);

        Assert.Equal(["Privacy policy", "Accept all", "Reject all", "Manage"], stops.Where(stop => stop.InRoot).Select(stop => stop.Name));
        Assert.True(stops.Count(stop => !stop.InRoot) > 40);
        Assert.All(stops, stop => Assert.True(stop.Visible && !stop.Hidden, $"{stop.Name} cannot be seen."));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Each_stands_where_it_is_told_to_and_right_to_left_mirrors_it(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        await walk.OpenAsync("/");
        var (ltr, rtl) = (await PlaceAsync(walk, "ltr"), await PlaceAsync(walk, "rtl"));

        Assert.Equal(1280 - ltr.X - ltr.Width, rtl.X, 1.0);
        Assert.Equal(ltr.Y, rtl.Y, 1.0);
        var (x, y) = layout switch
        {
            "top" => ((1280 - ltr.Width) / 2, 8),
            "box" => (1280 - 16 - ltr.Width, 800 - 16 - ltr.Height),
            _ => ((1280 - ltr.Width) / 2, (800 - ltr.Height) / 2),
        };
        Assert.Equal(x, ltr.X, 1.0);
        Assert.Equal(y, ltr.Y, 1.0);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Only_what_covers_the_end_of_the_page_keeps_room_there(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        await walk.OpenAsync("/");
        Assert.Equal(layout != "top", await RoomAsync(walk) > 100);

        await walk.ChooseAsync("Reject all");

        Assert.Equal(0, await RoomAsync(walk));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task The_dialog_changes_nothing_of_the_banner_and_paper_shows_none(string layout)
    {
        await using var walk = await Walk.StartAsync(chromium, Url(layout));
        await walk.OpenAsync("/");
        var before = await PlaceAsync(walk, "ltr");
        await walk.OpenSettingsAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(walk.Dialog).ToHaveCountAsync(0);

        Assert.Equal(before, await PlaceAsync(walk, "ltr"));
        await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(0, await RoomAsync(walk));
    }

    private string Url(string layout) => layout switch { "top" => top.Url, "box" => box.Url, _ => card.Url };

    private static async Task<(float X, float Y, float Width, float Height)> PlaceAsync(Walk walk, string direction)
    {
        await walk.TurnAsync(direction);
        var place = (await walk.Banner.BoundingBoxAsync())!;
        return (place.X, place.Y, place.Width, place.Height);
    }

    private static Task<double> RoomAsync(Walk walk) => walk.Page.Locator("body").EvaluateAsync<double>("body => parseFloat(getComputedStyle(body).paddingBottom)");
}
