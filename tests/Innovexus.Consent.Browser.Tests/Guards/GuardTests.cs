using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A guarded page: by client-side navigation, where no server is asked, and by a load.</summary>
public abstract class GuardTests(Chromium chromium, WebHost host)
{
    // An application that starts on a busy machine takes its time.
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task It_is_shown_to_whom_it_may_be_and_follows_the_choice()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live");
        await walk.ChooseAsync("Reject all");
        var refusal = walk.Page.Locator("main").GetByText("which you have turned off");
        // Until the application's router has taken over, a link is a load.
        for (var attempts = 0; attempts == 0 || (attempts < 5 && !await walk.IsMarkedAsync()); attempts++)
        {
            await walk.OpenAsync("/live");
            await Assertions.Expect(walk.Page.Locator("#where")).Not.ToHaveTextAsync("Static", Patient);
            await walk.MarkDocumentAsync();
            await walk.Page.Locator("nav a[href='live-b']").ClickAsync();
            await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync("Live B", Patient);
            await walk.Page.Locator("nav a[href='live-guarded']").ClickAsync();
            await Assertions.Expect(refusal).ToBeVisibleAsync(new() { Timeout = 30_000 });
        }

        await Assertions.Expect(walk.Page.Locator("#guarded")).ToHaveCountAsync(0);
        Assert.True(await walk.IsMarkedAsync());

        await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Allow Analytics" }).ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#guarded")).ToHaveTextAsync("behind the guard", Patient);
        Assert.True(await walk.IsMarkedAsync());

        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await Assertions.Expect(walk.Page.Locator("#guarded")).ToHaveCountAsync(0);
        Assert.DoesNotContain(walk.Errors, error => !error.Contains("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_load_is_answered_with_a_page_that_leads_there_with_and_without_script()
    {
        foreach (var script in new[] { true, false })
        {
            await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = script });
            var answer = await walk.Page.GotoAsync($"{host.Url}/live-guarded?a=1");

            Assert.Equal(403, answer!.Status);
            await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This page needs your permission");
            await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Allow Analytics" }).ClickAsync();
            await Assertions.Expect(walk.Page.Locator("#guarded")).ToHaveTextAsync("behind the guard", Patient);
            Assert.EndsWith("/live-guarded?a=1", walk.Page.Url, StringComparison.Ordinal);
        }
    }
}

public class ServerGuardTests(Chromium chromium, HostWithServer host) : GuardTests(chromium, host), IClassFixture<HostWithServer>;

public class WebAssemblyGuardTests(Chromium chromium, HostWithWebAssembly host) : GuardTests(chromium, host), IClassFixture<HostWithWebAssembly>;

public class AutoGuardTests(Chromium chromium, HostWithAuto host) : GuardTests(chromium, host), IClassFixture<HostWithAuto>;
