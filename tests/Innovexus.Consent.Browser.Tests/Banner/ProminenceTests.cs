using Innovexus.Consent.Testing;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Refusing must be as easy to see and to do as accepting (rules L2, L3, L5).</summary>
public class ProminenceTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(320, 568, ColorScheme.Light, "ltr")]
    [InlineData(320, 568, ColorScheme.Dark, "rtl")]
    [InlineData(1280, 800, ColorScheme.Light, "rtl")]
    [InlineData(1280, 800, ColorScheme.Dark, "ltr")]
    public async Task Accept_reject_and_manage_look_the_same_and_are_all_in_sight(int width, int height, ColorScheme scheme, string direction)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await walk.OpenAsync("/");
        await walk.TurnAsync(direction);

        Assert.Equal("equal", await ReportAsync(walk));
        ConsentMarkup.EnsureEqualProminence(await walk.Page.EvaluateAsync<string[]>(ConsentMarkup.ProminenceScript()));
    }

    // What a theme may do to the button, and what that is called.
    public static TheoryData<string, string> Themes => new()
    {
        { "inline-size: 4rem", "size: refusing is" },
        { "font-size: .5rem", "size: the letters of refusing are" },
        { "font-weight: 300", "weight: the letters of refusing weigh 300, and those of accepting 600" },
        { "background: none; color: inherit; border: 0", "contrast: refusing stands out by 1.0 to 1" },
        { "color: #8a9ab3", "contrast: the words of refusing have" },
        { "opacity: .6", "contrast: the words of refusing have" },
        { "order: 3", "order: 'Manage' stands between accepting and refusing" },
        { "translate: 0 -6rem", "distance: refusing stands" },
        { "display: none", "click: refusing is out of sight" },
        { "visibility: hidden", "click: refusing is out of sight" },
    };

    [Theory]
    [MemberData(nameof(Themes))]
    public async Task A_theme_that_makes_refusing_less_is_reported_by_name_on_the_console_and_to_the_sites_tests(string rule, string difference)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", ".ic-actions button:hover{", $".ic-banner {{ overflow: visible !important }} .ic-actions [value=reject-all] {{ {rule} }} .ic-actions button:hover{{");
        var warned = walk.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.StartsWith($"Consent: refusing is not offered as accepting is. {char.ToUpperInvariant(difference[0])}{difference[1..]}", StringComparison.Ordinal) });

        await walk.OpenAsync("/");

        await warned;
        var differences = await walk.Page.EvaluateAsync<string[]>(ConsentMarkup.ProminenceScript());
        Assert.Contains(differences, text => text.StartsWith(difference, StringComparison.Ordinal));
        Assert.Contains(difference, Assert.Throws<InvalidOperationException>(() => ConsentMarkup.EnsureEqualProminence(differences)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_banner_and_dialog_are_reported_nowhere()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        var warnings = new System.Collections.Concurrent.ConcurrentQueue<string>();
        walk.Page.Console += (_, message) => warnings.Enqueue(message.Text);
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        ConsentMarkup.EnsureEqualProminence(await walk.Page.EvaluateAsync<string[]>(ConsentMarkup.ProminenceScript()));
        await walk.Page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))");

        Assert.DoesNotContain(warnings, text => text.Contains("refusing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twin_a_fainter_refusal_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", ".ic-actions button:hover{", ".ic-actions button[value=reject-all] { font-weight: 400; background: transparent; color: inherit } .ic-actions button:hover{");
        await walk.OpenAsync("/");

        Assert.Equal("'Reject all' differs from 'Accept all' in: background, color, weight", await ReportAsync(walk));
    }

    [Fact]
    public async Task Twin_a_smaller_refusal_is_reported()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", ".ic-actions button:hover{", ".ic-actions button[value=reject-all] { inline-size: 6rem } .ic-actions button:hover{");
        await walk.OpenAsync("/");

        Assert.Equal("'Reject all' differs from 'Accept all' in: width", await ReportAsync(walk));
    }

    [Fact]
    public async Task Banner_is_fixed_holds_the_word_and_takes_at_most_half_the_height()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");

        Assert.Equal("fixed", await walk.Banner.EvaluateAsync<string>("banner => getComputedStyle(banner).position"));
        Assert.InRange((await walk.Banner.BoundingBoxAsync())!.Height, 60, 400);
        var form = walk.Banner.Locator("form");
        Assert.Contains("cookies", await form.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await form.GetByRole(AriaRole.Button).CountAsync());
        Assert.Equal(0, await walk.Banner.Locator("input[type=checkbox]").CountAsync());
        Assert.Equal(0, await walk.Page.GetByRole(AriaRole.Region, new() { Name = "We use cookies" }).Locator("dialog").CountAsync());
    }

    [Theory]
    [InlineData("Accept all")]
    [InlineData("Reject all")]
    [InlineData("Save")]
    public async Task Everything_can_be_clicked_at_320_by_256_and_nothing_scrolls_sideways(string button)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = 320, Height = 256 } });
        await walk.OpenAsync("/");
        Assert.False(await ScrollsSidewaysAsync(walk));

        if (button == "Save")
        {
            await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
            await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Marketing" }).CheckAsync();
            Assert.False(await ScrollsSidewaysAsync(walk));
            await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        else
        {
            await walk.ChooseAsync(button);
        }

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Single(walk.Posts);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(320, 568)]
    public async Task Nothing_shifts(int width, int height)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = height } });
        await walk.Page.AddInitScriptAsync("""
            window.shift = 0;
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.shift += entry.value)).observe({ type: 'layout-shift', buffered: true });
            """);
        await walk.OpenAsync("/");
        // By script, since shifts that follow a visitor's input are not counted.
        await walk.Page.EvaluateAsync("() => document.querySelector('[value=reject-all]').click()");
        await walk.SettledAsync();
        Assert.False(await walk.Banner.IsVisibleAsync());
        await walk.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");

        Assert.Equal(0, await walk.Page.EvaluateAsync<double>("window.shift"));
    }

    public static TheoryData<int, int, int, ColorScheme, string> Sizes => new()
    {
        { 320, 256, 100, ColorScheme.Light, "ltr" }, { 320, 256, 100, ColorScheme.Dark, "rtl" },
        { 320, 568, 100, ColorScheme.Light, "rtl" }, { 320, 568, 200, ColorScheme.Dark, "ltr" },
        { 1280, 800, 100, ColorScheme.Dark, "rtl" }, { 1280, 800, 200, ColorScheme.Light, "ltr" }, { 1280, 800, 200, ColorScheme.Light, "rtl" },
    };

    // 400 % zoom of 1280 by 1024 is 320 by 256 (WCAG 2.2, 1.4.10); 200 % is the text alone (1.4.4).
    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Text_can_be_read_and_nothing_is_covered_when_zoomed(int width, int height, int text, ColorScheme scheme, string direction)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await walk.OpenAsync("/");
        await walk.TurnAsync(direction);
        await walk.Page.EvaluateAsync("text => { document.documentElement.style.fontSize = text + '%' }", text);

        Assert.Empty(await BannerFaults.FindAsync(walk));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Room_is_kept_at_the_end_of_the_page_while_the_banner_is_shown(bool script)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { JavaScriptEnabled = script });
        await walk.Page.GotoAsync(site.Url + "/");
        Assert.InRange(await RoomAsync(walk), 100, 400);
        // The form is the better banner.
        await walk.Page.GotoAsync(site.Url + "/cookies");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(0, await RoomAsync(walk));
        if (script)
        {
            await walk.OpenAsync("/");
            await walk.FollowAsync("/blog");
            Assert.InRange(await RoomAsync(walk), 100, 400);
            await walk.ChooseAsync("Reject all");
        }
        else
        {
            await walk.Page.GotoAsync(site.Url + "/");
            await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
            await walk.ArriveAsync("/");
        }

        Assert.Equal(0, await RoomAsync(walk));
    }

    [Fact]
    public async Task Nothing_of_the_banner_is_printed()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");

        await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Equal(0, await RoomAsync(walk));
    }

    private static Task<double> RoomAsync(Walk walk) => walk.Page.Locator("body").EvaluateAsync<double>("body => parseFloat(getComputedStyle(body).paddingBottom)");

    [Fact]
    public async Task Banner_stays_usable_without_its_style()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", "<style nonce=", "<style media=\"not all\" nonce=");
        await walk.OpenAsync("/");

        Assert.Equal("static", await walk.Banner.EvaluateAsync<string>("banner => getComputedStyle(banner).position"));
        await walk.ChooseAsync("Reject all");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains(".granted.refused_", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    private static Task<bool> ScrollsSidewaysAsync(Walk walk) =>
        walk.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth > innerWidth || [...document.querySelectorAll('.ic, .ic *')].some(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX != 'visible' && element.clientWidth > 0)");

    private static async Task<string> ReportAsync(Walk walk)
    {
        var looks = new Dictionary<string, Look>();
        foreach (var name in new[] { "Accept all", "Reject all", "Manage" })
        {
            var button = walk.Banner.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
            Assert.True(await button.IsVisibleAsync());
            looks[name] = await button.EvaluateAsync<Look>("""
                button => {
                    const style = getComputedStyle(button), box = button.getBoundingClientRect();
                    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return {
                        element: button.localName, width: box.width, height: box.height, font: style.fontFamily + style.fontSize, weight: style.fontWeight,
                        background: style.backgroundColor, color: style.color, border: style.border,
                        inSight: hit == button && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth };
                }
                """);
            Assert.True(looks[name].InSight, $"'{name}' is out of sight.");
        }

        var accept = looks["Accept all"];
        foreach (var (name, look) in looks)
        {
            string[] differences =
            [
                .. Differs("background", accept.Background, look.Background), .. Differs("border", accept.Border, look.Border),
                .. Differs("color", accept.Color, look.Color), .. Differs("element", accept.Element, look.Element),
                .. Differs("font", accept.Font, look.Font), .. Differs("weight", accept.Weight, look.Weight),
                .. Math.Abs(accept.Width - look.Width) > 1 ? ["width"] : Array.Empty<string>(),
                .. Math.Abs(accept.Height - look.Height) > 1 ? ["height"] : Array.Empty<string>(),
            ];
            if (differences.Length > 0)
            {
                return $"'{name}' differs from 'Accept all' in: {string.Join(", ", differences)}";
            }
        }

        return "equal";

        static string[] Differs(string what, string one, string other) => one == other ? [] : [what];
    }

    private sealed record Look(
        string Element, double Width, double Height, string Font, string Weight, string Background, string Color, string Border, bool InSight)
    {
        public Look()
            : this("", 0, 0, "", "", "", "", "", false)
        {
        }
    }
}
