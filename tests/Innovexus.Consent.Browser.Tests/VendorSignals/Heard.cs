using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What vendors hear on the pages of a walk, in order and word for word, as the pages' own queues and functions record it.</summary>
internal static class Heard
{
    // Queues that note what is pushed, and in which document. What a script of arguments pushes is told from an array.
    private const string Listen = """
        window.heard = (...words) => sessionStorage.heard = `${sessionStorage.heard ?? ''}${words.join(' ')}\n`;
        heard('document');
        for (const name of ['dataLayer', '_paq', 'uetq']) {
          const queue = window[name] = [];
          queue.push = (...items) => {
            for (const item of items) heard(name, JSON.stringify(Object.prototype.toString.call(item) == '[object Arguments]' ? [...item] : item));
            return Array.prototype.push.apply(queue, items);
          };
        }
        """;

    /// <summary>What is said in each document before anything else, to a visitor who has not decided.</summary>
    public static string[] First { get; } = ["dataLayer" + Default(false, false), "_paq [\"requireConsent\"]"];

    public static async Task<Walk> StartAsync(Walk walk, string path)
    {
        await walk.Context.AddInitScriptAsync(Listen);
        await walk.OpenAsync(path);
        return walk;
    }

    public static async Task<string[]> WordsAsync(Walk walk) => (await walk.Page.EvaluateAsync<string?>("sessionStorage.heard"))?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static async Task AssertAsync(Walk walk, string[] expected) => Assert.Equal(expected, Grouped(await WordsAsync(walk)));

    public static Task ForgetAsync(Walk walk) => walk.Page.EvaluateAsync("() => { sessionStorage.removeItem('heard') }");

    // Scripts of different vendors do not wait for one another.
    private static string[] Grouped(string[] heard)
    {
        var (ads, counter) = (Array.IndexOf(heard, "ran ads"), Array.FindIndex(heard, word => word.StartsWith("ran counter", StringComparison.Ordinal)));
        if (counter >= 0 && ads > counter)
        {
            Array.Copy(heard, counter, heard, counter + 1, ads - counter);
            heard[counter] = "ran ads";
        }

        return heard;
    }

    public static string Default(bool ads, bool analytics) => Mode("default", ads, analytics);

    public static string Update(bool ads, bool analytics) => Mode("update", ads, analytics);

    private static string Mode(string command, bool ads, bool analytics) =>
        $$""" ["consent","{{command}}",{"ad_storage":"{{Word(ads)}}","analytics_storage":"{{Word(analytics)}}"}]""";

    public static string[] Ads(bool granted) => ["uetq \"consent\"", "uetq \"update\"", $$"""uetq {"ad_storage":"{{Word(granted)}}"}"""];

    private static string Word(bool granted) => granted ? "granted" : "denied";
}
