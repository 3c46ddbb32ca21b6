using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

// What only pages with an interactive renderer have.
public abstract partial class HostingWalks
{
    [Fact]
    public Task Scripts_in_an_interactive_tree() => WalkAsync("script added and removed", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("no interactive tree");
            return;
        }

        await OpenAsync(walk, "live-scripts");
        await walk.ChooseAsync("Accept all");
        List<string> expected = ["number 0"];
        foreach (var (button, added) in new (string Button, string[] Added)[]
        {
            ("add", ["added 1", "external 1"]), ("add", ["added 2", "external 2"]), ("turn", []), ("next", ["number 1"]), ("remove", []), ("add", []),
            ("drop", []), ("drop", []), ("turn", []), ("next", ["number 2"]),
        })
        {
            await walk.Page.Locator($"#{button}").ClickAsync();
            expected.AddRange(added);
            await walk.Page.WaitForFunctionAsync("count => window.ran?.length >= count", expected.Count);
            await AliveAsync(walk);
            await walk.SettledAsync();
            check.Equal(expected.Order(StringComparer.Ordinal), (await RanAsync(walk)).Order(StringComparer.Ordinal));
        }

        // Nothing is left behind where the renderer does not know of it.
        await walk.Page.Locator("#drop").ClickAsync();
        await Assertions.Expect(walk.Page.Locator("#scripts")).ToHaveCountAsync(0);
        check.Equal(0, await walk.Page.Locator("main script").CountAsync());
        await AliveAsync(walk);
    });

    [Fact]
    public Task Choice_in_code() => WalkAsync("choice in C#", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("no interactive tree");
            return;
        }

        await OpenAsync(walk, "live");
        await walk.Page.Locator("#allow").ClickAsync();
        await ExpectAsync(walk, "#decided", "necessary consent one");
        await ExpectAsync(walk, "#cascading", "True Given");
        await walk.SettledAsync();
        check.Equal(["live"], await RanAsync(walk));
        check.Contains("granted_one", await walk.CookieAsync());
        check.True(await walk.Banner.IsVisibleAsync());

        await walk.Page.Locator("#only").ClickAsync();
        await ExpectAsync(walk, "#decided", "necessary consent video analytics one");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.False(await walk.Banner.IsVisibleAsync());

        await walk.MarkDocumentAsync();
        await walk.Page.Locator("#refuse").ClickAsync();
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.SettledAsync();
        await AliveAsync(walk);
        await ExpectAsync(walk, "#cascading", "False Refused");
        check.Empty(await RanAsync(walk));
    });

    [Fact]
    public Task Framework_late() => WalkAsync("framework late", async (walk, check) =>
    {
        if (!IsInteractive || !HasServer)
        {
            check.Skip(IsInteractive ? "the banner comes with the application" : "no interactive tree");
            return;
        }

        var release = await walk.HoldAsync("**/_framework/**");
        await walk.Page.GotoAsync($"{host.Url}/{Prefix}live", new() { WaitUntil = WaitUntilState.Commit });
        await walk.Banner.WaitForAsync();
        await walk.SettledAsync();

        await walk.ChooseAsync("Accept all");
        check.Contains("granted_analytics", await walk.CookieAsync());
        check.True((await walk.RanAsync()).Contains("head"));
        check.False(await walk.Banner.IsVisibleAsync());

        release.SetResult();
        await AliveAsync(walk);
        await walk.SettledAsync();
        await ExpectViewAsync(walk, "granted");
        await ExpectAsync(walk, "#cascading", "True Given");
        check.Equal(["live"], await RanAsync(walk));
        check.False(await walk.Banner.IsVisibleAsync());
    });

    [Fact]
    public Task Random_steps() => WalkAsync("random steps", async (walk, check) =>
    {
        if (!IsInteractive)
        {
            check.Skip("static: 400 steps in RandomWalkTests, in one of these hosts");
            return;
        }

        var steps = int.Parse(Environment.GetEnvironmentVariable("WALK_STEPS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        // Other steps in each hosting model.
        var seed = int.Parse(Environment.GetEnvironmentVariable("WALK_SEED") ?? $"{GetType().Name.Sum(letter => letter)}", System.Globalization.CultureInfo.InvariantCulture);
        await RandomWalk.PrepareAsync(walk);
        var random = new RandomWalk(walk, new InteractiveSite(Prefix, LinkPrefix, Renderers, StaysInDocument), seed);
        await random.RunAsync(steps);
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: {string.Join(", ", random.Counts.Select(count => $"{count.Key} {count.Value}"))}");
        check.True(random.Counts.Count > 5);
    });
}
