using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Thirty-three categories, one of them with sixty vendors.</summary>
public class ManyVendorsTests(Chromium chromium, HostWithManyVendors host) : IClassFixture<HostWithManyVendors>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(320, 568)]
    public async Task Preferences_stay_usable_by_keyboard_and_are_saved(int width, int height)
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { ViewportSize = new() { Width = width, Height = height } });
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        Assert.Equal(34, await walk.Dialog.Locator("[name=category], [role=switch]:not([name])").CountAsync());
        // The buttons stay in sight, whatever the length.
        foreach (var button in await walk.Dialog.Locator(".ic-actions button").AllAsync())
        {
            var box = await button.BoundingBoxAsync();
            Assert.True(box!.Y > 0 && box.Y + box.Height <= height);
        }

        var first = walk.Dialog.Locator(".ic-category:has([value=purpose-00])");
        await first.Locator("summary").FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await walk.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(first.GetByRole(AriaRole.Switch, new() { Name = "Vendor 0, Purpose 00", Exact = true })).ToBeFocusedAsync();
        for (var i = 1; i < 60; i++)
        {
            await walk.Page.Keyboard.PressAsync("Tab");
        }

        // The last of sixty, in the order of their ids.
        await Assertions.Expect(first.GetByRole(AriaRole.Switch, new() { Name = "Vendor 59, Purpose 00", Exact = true })).ToBeFocusedAsync();
        await Assertions.Expect(walk.Page.Locator(":focus")).ToBeInViewportAsync();
        await walk.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(first.Locator(".ic-count")).ToHaveTextAsync("1 / 60");
        await walk.ChooseInAsync(walk.Dialog, "Save");

        Assert.Matches(@"\.granted_vendor-00-59\.refused_", await walk.CookieAsync());
        Assert.Empty(walk.Errors);
    }
}
