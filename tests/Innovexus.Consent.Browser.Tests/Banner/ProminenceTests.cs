using System.Globalization;
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
        await walk.Page.EvaluateAsync("direction => { document.documentElement.dir = direction }", direction);

        Assert.Equal("equal", await ReportAsync(walk));
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
        await walk.Page.EvaluateAsync("([direction, text]) => { document.documentElement.dir = direction; document.documentElement.style.fontSize = text + '%' }", new object[] { direction, text });

        var faults = await walk.Banner.EvaluateAsync<string[]>("""
            banner => {
                const faults = [], box = element => element.getBoundingClientRect();
                const text = banner.querySelector('.ic-text'), actions = banner.querySelector('.ic-actions'), link = text.querySelector('a');
                const seen = element => {
                    const { x, y, width, height } = box(element);
                    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                };
                for (const button of actions.children) if (!seen(button)) faults.push(`${button.textContent} is not in sight`);
                for (const element of [banner, ...banner.querySelectorAll('*')]) {
                    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX != 'visible') faults.push(`${element.className || element.localName} scrolls sideways`);
                }
                const [inner, outer] = [box(text), box(banner)];
                if (inner.top < outer.top || inner.bottom > outer.bottom || inner.left < outer.left || inner.right > outer.right) faults.push('the text leaves the banner');
                const [one, two] = [inner, box(actions)];
                if (Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1 && Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1) faults.push('the buttons cover the text');
                const lines = text.clientHeight / parseFloat(getComputedStyle(text.querySelector('p')).lineHeight);
                if (lines < 3) faults.push(`${lines} lines of the text are in sight`);
                if (!seen(text.querySelector('h2'))) faults.push('the heading is not in sight');
                text.scrollTop = text.scrollHeight;
                if (!seen(link)) faults.push('the end of the text cannot be reached');
                return faults;
            }
            """);

        Assert.Empty(faults);
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
            Assert.InRange(Contrast(looks[name].Color, looks[name].Background), name == "Accept all" ? 4.5 : 0, 21);
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

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + .05) / (Math.Min(light, dark) + .05);

        static double Luminance(string color)
        {
            var parts = color[(color.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',').Take(3)
                .Select(part => double.Parse(part, CultureInfo.InvariantCulture) / 255)
                .Select(part => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4)).ToArray();
            return (.2126 * parts[0]) + (.7152 * parts[1]) + (.0722 * parts[2]);
        }
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
