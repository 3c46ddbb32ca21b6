using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Nothing of the library's is shown or hidden by a rule that a site's own style sheet could beat.</summary>
public class HostStyleTests(Chromium chromium, HostWithoutPolicy host, Site site) : IClassFixture<HostWithoutPolicy>, IClassFixture<Site>
{
    private const string Film = "[data-ic-embed]:has([title='A film'])";

    public static TheoryData<string> Sheets => [.. HostStyles.Names];

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Placeholder_frame_banner_dialog_and_status_show_when_they_should(string sheet)
    {
        await using var walk = await StartAsync(host.Url, sheet, script: true);
        await walk.OpenAsync("/embed");
        var (placeholder, frame) = (walk.Page.Locator($"{Film} form"), walk.Page.Locator("iframe[title='A film']"));
        await IsInSightAsync(walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Reject all" }));
        await walk.Page.Locator("h1").ScrollIntoViewIfNeededAsync();
        await IsInSightAsync(placeholder.GetByRole(AriaRole.Button, new() { Name = "Load once" }));
        Assert.False(await frame.IsVisibleAsync());
        Assert.Equal(560, (await placeholder.BoundingBoxAsync())!.Width);

        await walk.OpenSettingsAsync();
        var dialog = (await walk.Dialog.BoundingBoxAsync())!;
        Assert.InRange(dialog.Height, 200, 780);
        // Some make the root's text larger.
        Assert.InRange(dialog.Width, 400, 900);
        Assert.Equal(640, dialog.X + (dialog.Width / 2), 10.0);
        await IsInSightAsync(walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await IsInSightAsync(walk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }));
        // One that can be switched: Pico lets the pointer through the others.
        await IsInSightAsync(walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true }));
        await walk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(walk.Dialog).ToHaveCountAsync(0);

        await placeholder.GetByRole(AriaRole.Button, new() { Name = "Always allow" }).ClickAsync();
        await Assertions.Expect(placeholder).ToBeHiddenAsync();
        await IsInSightAsync(frame);

        await walk.ChooseAsync("Reject all");
        Assert.False(await walk.Banner.IsVisibleAsync());
        await Assertions.Expect(placeholder).ToBeVisibleAsync();
        await IsInSightAsync(placeholder.GetByRole(AriaRole.Button, new() { Name = "Load once" }));
        Assert.False(await frame.IsVisibleAsync());

        await walk.FollowAsync("/form");
        await walk.ChooseInAsync(walk.Page.Locator("main form"), "Save");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Preferences saved");
        Assert.True(await walk.Page.GetByRole(AriaRole.Status).IsVisibleAsync());
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Without_script_too(string sheet)
    {
        await using var walk = await StartAsync(host.Url, sheet, script: false);
        await walk.Page.GotoAsync(host.Url + "/embed");
        var placeholder = walk.Page.Locator($"{Film} form");
        Assert.True(await walk.Banner.IsVisibleAsync());
        Assert.True(await placeholder.IsVisibleAsync());
        Assert.False(await placeholder.GetByRole(AriaRole.Button, new() { Name = "Load once" }).IsVisibleAsync());

        await placeholder.GetByRole(AriaRole.Button, new() { Name = "Always allow" }).ClickAsync();
        await walk.ArriveAsync("/embed");
        await walk.Page.GotoAsync(host.Url + "/embed");
        Assert.False(await placeholder.IsVisibleAsync());
        Assert.Equal(560, (await walk.Page.Locator("noscript > iframe[title='A film']").BoundingBoxAsync())!.Width);

        await walk.Page.GotoAsync(host.Url + "/form");
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.True(await walk.Page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Save" }).IsVisibleAsync());
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task Notice_of_a_policy_shows_until_it_is_seen(string sheet)
    {
        await using var walk = await StartAsync(site.Url, sheet, script: true);
        await walk.OpenAsync("/?policy");
        var notice = walk.Page.Locator("[data-ic-notice]");
        Assert.True(await notice.IsVisibleAsync());

        await notice.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();

        await Assertions.Expect(notice).ToBeHiddenAsync();
    }

    private async Task<Walk> StartAsync(string url, string sheet, bool script)
    {
        var walk = await Walk.StartAsync(chromium, url, new() { JavaScriptEnabled = script, ViewportSize = new() { Width = 1280, Height = 800 } });
        await HostStyles.PutOnAsync(walk, sheet);
        return walk;
    }

    // Seen by the eye: it has a size, and nothing lies over it.
    private static async Task IsInSightAsync(ILocator locator)
    {
        await locator.ScrollIntoViewIfNeededAsync();
        var seen = await locator.EvaluateAsync<string>("""
            element => {
                const { x, y, width, height } = element.getBoundingClientRect();
                const hit = document.elementFromPoint(x + width / 2, y + height / 2);
                return width > 4 && height > 4 && hit && (element == hit || element.contains(hit)) ? 'seen' : `${width} by ${height}, under ${hit?.outerHTML.slice(0, 100)}`;
            }
            """);
        Assert.Equal("seen", seen);
    }
}
