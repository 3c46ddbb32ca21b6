using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class ButtonTests(Chromium chromium, HostWithNonce host) : IClassFixture<HostWithNonce>
{
    [Fact]
    public async Task It_waits_for_the_banner_then_opens_the_preferences_from_its_corner_and_has_the_focus_back()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/button");
        var button = walk.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Cookie settings" });
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.Equal(0, await button.CountAsync());

        await walk.ChooseAsync("Reject all");

        var left = (await button.BoundingBoxAsync())!;
        Assert.InRange(left.Width, 44, 60);
        Assert.Equal((16, 800 - 16 - left.Height), (left.X, left.Y));
        await button.FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Dialog.WaitForAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Empty((await button.RunAxe()).Violations);
        await walk.Page.EvaluateAsync("() => document.querySelector('.ic-button').dir = 'rtl'");
        Assert.Equal(1280 - 16 - left.Width, (await button.BoundingBoxAsync())!.X);
        await walk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await button.IsVisibleAsync());
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Without_script_it_is_a_link_to_the_page_of_the_preferences()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync(host.Url + "/button");
        var button = walk.Page.Locator(".ic-button");
        Assert.False(await button.IsVisibleAsync());
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();
        await walk.ArriveAsync("/button");

        await button.ClickAsync();

        await walk.ArriveAsync("/_ic/preferences?return=%2Fbutton");
    }
}
