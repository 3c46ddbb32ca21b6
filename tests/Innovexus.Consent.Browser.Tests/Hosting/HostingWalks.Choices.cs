using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

// What a visitor chooses, and what follows.
public abstract partial class HostingWalks
{
    [Fact]
    public Task First_visit() => WalkAsync("first visit", async (walk, check) =>
    {
        await OpenAsync(walk, "live");

        check.True(await walk.Banner.IsVisibleAsync());
        check.Equal("denied: NotDecided", await ViewAsync(walk));
        check.Equal("False NotDecided", await TextAsync(walk, "#cascading"));
        check.Empty(await walk.RanAsync());
        check.Empty(walk.Foreign);
        check.True(await walk.CookieAsync() is null);
    });

    [Fact]
    public Task Accept() => WalkAsync("accept", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Accept all");

        await ExpectViewAsync(walk, "granted");
        await ExpectAsync(walk, "#cascading", "True Given");
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
        check.Equal(IsInteractive || StaysInDocument, await walk.IsMarkedAsync());
        check.Contains("granted_analytics", await walk.CookieAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Reject() => WalkAsync("reject", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();

        await walk.ChooseAsync("Reject all");

        if (IsInteractive)
        {
            await ExpectAsync(walk, "#cascading", "False Refused");
        }

        await FollowAsync(walk, "live-b");
        check.Equal("denied", await ViewAsync(walk));
        check.Empty(await RanAsync(walk));
        check.Empty(walk.Foreign);
        check.False(await walk.Banner.IsVisibleAsync());
        check.Equal(StaysInDocument, await walk.IsMarkedAsync());
    });

    [Fact]
    public Task Manage() => WalkAsync("manage", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.Dialog.GetByRole(AriaRole.Switch, new() { Name = "Functional", Exact = true }).ClickAsync();
        await walk.ChooseInAsync(walk.Dialog, "Save");

        await ExpectViewAsync(walk, "granted");
        check.Empty(await RanAsync(walk));
        check.Contains("granted_functional", await walk.CookieAsync());
        check.False(await walk.Banner.IsVisibleAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Preferences_in_the_page() => WalkAsync("preferences", async (walk, check) =>
    {
        await OpenAsync(walk, "live-preferences");
        var form = walk.Page.Locator("main form.ic-preferences");
        var analytics = form.GetByRole(AriaRole.Switch, new() { Name = "Analytics", Exact = true });
        check.False(await analytics.IsCheckedAsync());
        // The form's own style is not needed for that: a link that hydration inserts anew is loaded anew.
        await walk.Page.EvaluateAsync("() => { for (const sheet of document.styleSheets) sheet.disabled = !!sheet.href; }");
        check.False(await walk.Banner.IsVisibleAsync());
        await walk.Page.EvaluateAsync("() => { for (const sheet of document.styleSheets) sheet.disabled = false; }");

        await analytics.ClickAsync();
        await walk.ChooseInAsync(form, "Save");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.Equal(["live-preferences"], await RanAsync(walk));
        await AliveAsync(walk);

        await FollowAsync(walk, "live-b");
        check.Equal("granted", await ViewAsync(walk));
        await FollowAsync(walk, "live-preferences");
        check.True(await analytics.IsCheckedAsync());
        await Assertions.Expect(form.Locator(".ic-when")).ToContainTextAsync("You chose on");
        await walk.MarkDocumentAsync();
        await walk.ChooseInAsync(form, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        await AliveAsync(walk);
        check.False(await analytics.IsCheckedAsync());
        check.Empty(await RanAsync(walk));
    });

    [Fact]
    public Task Embed() => WalkAsync("embed", async (walk, check) =>
    {
        await OpenAsync(walk, "live-embed");
        check.Empty(walk.Foreign);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Load once: A film" }).ClickAsync();
        await FilmAsync(walk);
        check.True(await walk.CookieAsync() is null);
        check.Equal(1, walk.Foreign.Length);
        await AliveAsync(walk);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Always allow: A map" }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("img[src]")).ToBeVisibleAsync();
        await walk.SettledAsync();
        check.Contains("granted_video", await walk.CookieAsync());

        await FollowAsync(walk, "live-b");
        await FollowAsync(walk, "live-embed");
        await FilmAsync(walk);
        check.True(await walk.Banner.IsVisibleAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Withdraw() => WalkAsync("withdraw", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.ChooseAsync("Accept all");
        await ExpectViewAsync(walk, "granted");
        // The page that a view has loaded again may not have its runtime yet: a click would follow the link.
        await walk.SettledAsync();
        await walk.MarkDocumentAsync();

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();

        await ExpectViewAsync(walk, "denied: Refused");
        check.Empty(await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
        check.Contains("refused_analytics", await walk.CookieAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Second_tab() => WalkAsync("second tab", async (walk, check) =>
    {
        await OpenAsync(walk, "live");
        await walk.MarkDocumentAsync();
        await using var other = await walk.NewTabAsync();
        await OpenAsync(other, "live-b");

        await other.ChooseAsync("Accept all");
        await walk.Page.BringToFrontAsync();
        await ExpectViewAsync(walk, "granted");
        await walk.SettledAsync();
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());

        var marked = await walk.IsMarkedAsync();
        check.Equal(IsInteractive || StaysInDocument, marked);
        await walk.MarkDocumentAsync();
        // Where that loads the page again, a click meanwhile would be lost with it.
        await ExpectViewAsync(other, "granted");
        await other.SettledAsync();
        await other.OpenSettingsAsync();
        await other.ChooseInAsync(other.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('one')");
        check.True(await walk.IsMarkedAsync());
        await FollowAsync(walk, "live-b");
        check.Equal("denied", await ViewAsync(walk));
        check.False(await walk.IsMarkedAsync());
        check.Empty(await RanAsync(walk));
        check.Empty(other.Errors);
    });
}
