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
            await walk.TurnAsync(direction);
            await walk.Page.EvaluateAsync("() => { document.activeElement?.blur() }");
            await Tabbing.FillAsync(walk);

            var stops = await Tabbing.ThroughAsync(walk);

            Assert.Equal(["Privacy policy", "Accept all", "Reject all", "Manage"], stops.Where(stop => stop.InRoot).Select(stop => stop.Name));
            Assert.True(stops.Count(stop => !stop.InRoot) > 8);
            Assert.All(stops, stop => Assert.True(stop.Visible, $"{stop.Name}: the focus cannot be seen."));
            Assert.All(stops, stop => Assert.False(stop.Hidden, $"{page}: {stop.Name} is hidden under the banner."));
            Tabbing.InVisualOrder(stops.Where(stop => stop.InRoot), direction);
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
        await Tabbing.FillAsync(walk);

        Assert.Contains(await Tabbing.ThroughAsync(walk), stop => stop.Hidden);
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

        var stops = await Tabbing.ThroughAsync(walk);

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
}
