using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What the vendors of the hosts were told of, in order and over all documents of a walk.</summary>
internal static class Told
{
    private const string Listen = """
        window.told = (...words) => sessionStorage.told = `${sessionStorage.told ?? ''}${words.map(word => typeof word == 'string' ? word : JSON.stringify(word)).join(' ').replaceAll(location.origin, '')}\n`;
        const queue = window.plain = [];
        queue.push = (...items) => items.forEach(item => told('plain', item));
        """;

    public static async Task<Walk> StartAsync(Chromium chromium, string url, string path) => await StartAsync(await Walk.StartAsync(chromium, url), path);

    public static async Task<Walk> StartAsync(Walk walk, string path)
    {
        await walk.Context.AddInitScriptAsync(Listen);
        await walk.OpenAsync(path);
        return walk;
    }

    /// <summary>Loads a page, and begins to listen once it was counted.</summary>
    public static async Task OpenAsync(Walk walk, string path)
    {
        await walk.Page.EvaluateAsync("() => { sessionStorage.told = '' }");
        await walk.OpenAsync(path);
        await walk.Page.WaitForFunctionAsync("view => sessionStorage.told.includes(view)", View(path));
        await walk.Page.EvaluateAsync("() => { sessionStorage.told = '' }");
    }

    public static string View(string address) => $"""plain ["view","{address}"]""";

    /// <summary>Waits until as much was said to a vendor, and until all is done.</summary>
    public static async Task AssertAsync(Walk walk, string vendor, params string[] expected)
    {
        await walk.Page.WaitForFunctionAsync(
            "([vendor, count]) => (sessionStorage.told ?? '').split('\\n').filter(line => line.startsWith(vendor + ' ')).length >= count", new object[] { vendor, expected.Length });
        await walk.SettledAsync();
        Assert.Equal(expected, (await WordsAsync(walk)).Where(line => line.StartsWith(vendor + " ", StringComparison.Ordinal)));
    }

    public static async Task<string[]> WordsAsync(Walk walk) =>
        (await walk.Page.EvaluateAsync<string?>("sessionStorage.told"))?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Goes to a page by the link of the navigation, and waits until it is here.</summary>
    public static async Task FollowAsync(Walk walk, string name, string heading)
    {
        await walk.Page.Locator($"nav a[href$='{name}']").First.ClickAsync();
        await ArriveAsync(walk, name, heading);
    }

    public static async Task ArriveAsync(Walk walk, string address, string heading)
    {
        await walk.Page.WaitForFunctionAsync("address => (location.pathname + location.search).endsWith(address)", address);
        await Assertions.Expect(walk.Page.Locator("h1")).ToHaveTextAsync(heading);
        await walk.SettledAsync();
    }
}
