using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class KeyboardTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(1280, 800, "ltr")]
    [InlineData(1280, 800, "rtl")]
    [InlineData(320, 568, "ltr")]
    [InlineData(320, 256, "ltr")]
    public async Task Tab_reaches_everything_in_visual_order_visibly_and_never_under_the_banner(int width, int height, string direction)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = height } });
        foreach (var page in new[] { "/", "/inspect" })
        {
            await walk.OpenAsync(page);
            await walk.Page.EvaluateAsync("direction => { document.documentElement.dir = direction; document.activeElement?.blur() }", direction);
            await FillAsync(walk);

            var stops = await TabThroughAsync(walk);

            Assert.Equal(["Privacy policy", "Accept all", "Reject all", "Manage"], stops.Where(stop => stop.InRoot).Select(stop => stop.Name));
            Assert.True(stops.Count(stop => !stop.InRoot) > 8);
            Assert.All(stops, stop => Assert.True(stop.Visible, $"{stop.Name}: the focus cannot be seen."));
            Assert.All(stops, stop => Assert.False(stop.Hidden, $"{page}: {stop.Name} is hidden under the banner."));
            InVisualOrder(stops.Where(stop => stop.InRoot), direction);
        }
    }

    [Fact]
    public async Task Twin_without_room_for_the_banner_something_focused_is_hidden_under_it()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        // The whole sheet comes when Manage has the focus, so the line goes in both places: in the page without white space.
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", "html[data-ic-asks=true]{", "html[data-ic-asks=never]{");
        await Twin.ReplaceAsync(walk.Context, "ic.css", "html[data-ic-asks=true] {", "html[data-ic-asks=never] {");
        await walk.OpenAsync("/");
        await FillAsync(walk);

        Assert.Contains(await TabThroughAsync(walk), stop => stop.Hidden);
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(320, 256)]
    public async Task Preferences_by_keyboard_alone(int width, int height)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { ViewportSize = new() { Width = width, Height = height } });
        await walk.OpenAsync("/");
        await walk.SettingsLink.FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Dialog.WaitForAsync();
        await Assertions.Expect(walk.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Cookie settings" })).ToBeFocusedAsync();

        var stops = await TabThroughAsync(walk);

        // The necessary switch is disabled, and so no stop.
        Assert.Equal(
            ["Close", "Privacy policy", "Contact", "Vendors 1", "Functional", "Vendors 0 / 2", "Analytics", "Vendors 0 / 1", "Marketing", "Vendors 0 / 1", "Save", "Accept all", "Reject all"],
            stops.Select(stop => stop.Name));
        Assert.All(stops, stop => Assert.True(stop.Visible && !stop.Hidden, $"{stop.Name}: the focus cannot be seen."));

        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics" }).FocusAsync();
        await walk.Page.Keyboard.PressAsync("Space");
        await walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).FocusAsync();
        await walk.Page.Keyboard.PressAsync("Space");
        await walk.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(walk.SettingsLink).ToBeFocusedAsync();
        await walk.SettledAsync();
        Assert.Matches(@"\.granted_analytics[A-Z]{4}\.", await walk.CookieAsync());
    }

    // A dense page: somewhere in forty links, one lies where the banner is.
    private static Task<System.Text.Json.JsonElement?> FillAsync(Walk walk) => walk.Page.EvaluateAsync("() => { for (let i = 0; i < 40; i++) document.querySelector('main').insertAdjacentHTML('beforeend', `<p><a href='/blog?${i}'>Link ${i}</a></p>`) }");

    private static async Task<List<Stop>> TabThroughAsync(Walk walk)
    {
        var stops = new List<Stop>();
        while (stops.Count < 80)
        {
            await walk.Page.Keyboard.PressAsync("Tab");
            var stop = await walk.Page.EvaluateAsync<Stop?>("""
                () => {
                    const element = document.activeElement;
                    if (!element || element == document.body || element.dataset.tabbed) return null;
                    element.dataset.tabbed = 'yes';
                    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
                    const name = element.labels?.[0]?.textContent ?? element.ariaLabel ?? element.textContent.trim().replace(/\s+/g, ' ');
                    const hit = document.elementFromPoint(box.x + Math.min(box.width / 2, innerWidth / 2), Math.min(Math.max(box.y + box.height / 2, box.top + 1), Math.max(box.top + 1, innerHeight - 1)));
                    const root = element.closest('[data-permanent=ic-root]');
                    return {
                        name, x: box.x, y: box.y, height: box.height, inRoot: !!root,
                        visible: style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2,
                        hidden: !(hit && (element.contains(hit) || hit.contains(element) && !hit.matches('.ic-banner, .ic-banner *'))),
                    };
                }
                """);
            if (stop is null)
            {
                break;
            }

            stops.Add(stop);
        }

        await walk.Page.EvaluateAsync("() => document.querySelectorAll('[data-tabbed]').forEach(element => delete element.dataset.tabbed)");
        return stops;
    }

    private static void InVisualOrder(IEnumerable<Stop> stops, string direction)
    {
        foreach (var (one, next) in stops.Zip(stops.Skip(1)))
        {
            var overlap = Math.Min(one.Y + one.Height, next.Y + next.Height) - Math.Max(one.Y, next.Y);
            var sameLine = overlap > Math.Min(one.Height, next.Height) / 2;
            var inOrder = sameLine ? (direction == "ltr" ? one.X < next.X : one.X > next.X) : one.Y < next.Y || one.X < next.X == (direction == "ltr");
            Assert.True(inOrder, $"'{next.Name}' comes after '{one.Name}' by keyboard, but not to the eye.");
        }
    }

    private sealed record Stop(string Name, double X, double Y, double Height, bool InRoot, bool Visible, bool Hidden)
    {
        public Stop()
            : this("", 0, 0, 0, false, false, false)
        {
        }
    }
}
