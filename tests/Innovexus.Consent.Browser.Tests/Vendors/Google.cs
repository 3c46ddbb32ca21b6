using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>A visitor on pages with Google's tags from the catalogue, whose scripts only note that they run.</summary>
internal static class Google
{
    private const string Tag = "heard('ran', new URL(document.currentScript.src).searchParams.get('id'))";

    private static readonly string[] Types = ["ad_storage", "ad_user_data", "ad_personalization", "analytics_storage", "functionality_storage", "personalization_storage"];

    /// <summary>What each tag does once it is granted.</summary>
    public static string[] Analytics { get; } = ["dataLayer [\"js\"]", "dataLayer [\"config\",\"G-ABCDE12345\"]", "ran G-ABCDE12345"];

    public static string[] Ads { get; } = ["dataLayer [\"js\"]", "dataLayer [\"config\",\"AW-123456789\"]", "ran AW-123456789"];

    public static string Redaction { get; } = "dataLayer [\"set\",\"ads_data_redaction\",true]";

    public static string Default(bool ads, bool analytics, bool functional, string more = "") => Mode("default", ads, analytics, functional, more);

    public static string Update(bool ads, bool analytics, bool functional) => Mode("update", ads, analytics, functional, "");

    public static async Task<Walk> StartAsync(Walk walk, string path = "/live-vendors", bool signals = false)
    {
        if (signals)
        {
            await walk.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Sec-GPC"] = "1" });
        }

        await walk.Context.RouteAsync("https://www.googletagmanager.com/**", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Tag }));
        return await Heard.StartAsync(walk, path);
    }

    /// <summary>Accepts all, waits until both tags have run, and forgets what was heard till then.</summary>
    public static async Task AcceptAndForgetAsync(Walk walk)
    {
        await walk.ChooseAsync("Accept all");
        await RanAsync(walk, Analytics, Ads);
        await Heard.ForgetAsync(walk);
    }

    /// <summary>What was heard; of the time at which a tag begins only that it is said.</summary>
    public static async Task<string[]> WordsAsync(Walk walk) =>
        [.. (await Heard.WordsAsync(walk)).Select(word => word.StartsWith("dataLayer [\"js\"", StringComparison.Ordinal) ? "dataLayer [\"js\"]" : word)];

    /// <summary>What is said comes first, in this order; then the tags, of which none waits for another.</summary>
    public static async Task AssertAsync(Walk walk, string[] said, params string[][] tags)
    {
        await RanAsync(walk, tags);
        var words = await WordsAsync(walk);
        Assert.Equal(said, words.Take(said.Length));
        Assert.Equal(tags.SelectMany(tag => tag).Order(StringComparer.Ordinal), words.Skip(said.Length).Order(StringComparer.Ordinal));
        Assert.All(tags, tag => Assert.True(Array.IndexOf(words, tag[1]) < Array.IndexOf(words, tag[2])));
    }

    /// <summary>What Google writes as <c>gcs</c> into its requests, read from the queue as its tag does.</summary>
    public static Task<string> ConsentAsync(Walk walk) => walk.Page.EvaluateAsync<string>("""
        () => {
          const types = Object.assign({}, ...dataLayer.filter(words => words[0] == 'consent').map(words => words[2]));
          return `G1${Number(types.ad_storage == 'granted')}${Number(types.analytics_storage == 'granted')}`;
        }
        """);

    private static async Task RanAsync(Walk walk, params string[][] tags)
    {
        foreach (var tag in tags)
        {
            await walk.Page.WaitForFunctionAsync("word => (sessionStorage.heard ?? '').includes(word)", tag[^1]);
        }
    }

    private static string Mode(string command, bool ads, bool analytics, bool functional, string more)
    {
        bool[] verdicts = [ads, ads, ads, analytics, functional, functional];
        var types = Types.Zip(verdicts, (type, granted) => $"\"{type}\":\"{(granted ? "granted" : "denied")}\"");
        return $$"""dataLayer ["consent","{{command}}",{{{string.Join(',', types)}},"security_storage":"granted"{{more}}}]""";
    }
}
