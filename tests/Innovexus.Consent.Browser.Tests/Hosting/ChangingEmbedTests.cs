using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Frames and images of an interactive component whose address changes, by hand and by component.</summary>
public abstract class ChangingEmbedTests(Chromium chromium, WebHost host, string renderer)
{
    private static readonly string[] Names = ["hand", "pixel", "frame", "image"];

    [Fact]
    public async Task They_follow_their_address_while_granted_and_load_the_newest_after_a_grant_and_nothing_else()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/live-frames");
        await Assertions.Expect(walk.Page.Locator("#where")).ToHaveTextAsync(renderer);
        var entries = await walk.Page.EvaluateAsync<int>("history.length");

        // Never granted so far.
        await NextAsync(walk, 2);
        await ShutAsync(walk);
        Assert.Empty(walk.Foreign);
        await DecideAsync(walk, true);
        await ShownAsync(walk, 2);

        // Granted.
        await NextAsync(walk, 3);
        await ShownAsync(walk, 3);

        // Shut again.
        await DecideAsync(walk, false);
        await ShutAsync(walk);
        await NextAsync(walk, 4);
        await ShutAsync(walk);
        await DecideAsync(walk, true);
        await ShownAsync(walk, 4);

        int[] shown = [2, 3, 4];
        Assert.Equal(
            shown.SelectMany(number => Names.Select(name => $"{name}-{number}")).Order(StringComparer.Ordinal),
            walk.Foreign.Select(request => Path.GetFileNameWithoutExtension(request)).Order(StringComparer.Ordinal));
        Assert.Equal(entries, await walk.Page.EvaluateAsync<int>("history.length"));
        Assert.Empty(walk.Errors);
    }

    private static async Task NextAsync(Walk walk, int number)
    {
        await walk.Page.Locator("#next").ClickAsync();
        foreach (var name in Names)
        {
            await Assertions.Expect(walk.Page.Locator($"#{name}")).ToHaveAttributeAsync("data-ic-src", Address(name, number));
        }
    }

    private static async Task DecideAsync(Walk walk, bool granted)
    {
        await walk.Page.EvaluateAsync("granted => innovexusConsent.decide({ video: granted })", granted);
        await walk.SettledAsync();
    }

    private static async Task ShutAsync(Walk walk)
    {
        foreach (var name in Names)
        {
            await Assertions.Expect(walk.Page.Locator($"#{name}")).Not.ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex(""));
        }
    }

    private static async Task ShownAsync(Walk walk, int number)
    {
        foreach (var name in Names)
        {
            await Assertions.Expect(walk.Page.Locator($"#{name}")).ToHaveAttributeAsync("src", Address(name, number));
        }

        foreach (var frame in new[] { "hand", "frame" })
        {
            await walk.Page.FrameLocator($"#{frame}").GetByRole(AriaRole.Button, new() { Name = $"{frame}-{number}" }).WaitForAsync();
        }

        foreach (var image in new[] { "pixel", "image" })
        {
            await walk.Page.WaitForFunctionAsync("id => { const image = document.getElementById(id); return image.complete && image.naturalWidth }", image);
        }
    }

    private static System.Text.RegularExpressions.Regex Address(string name, int number) => new($"/vendor/{name}-{number}\\.");
}

public class ServerChangingEmbedTests(Chromium chromium, HostWithServerPages host) : ChangingEmbedTests(chromium, host, "Server"), IClassFixture<HostWithServerPages>;

public class WebAssemblyChangingEmbedTests(Chromium chromium, HostWithWebAssembly host)
    : ChangingEmbedTests(chromium, host, "WebAssembly"), IClassFixture<HostWithWebAssembly>;
