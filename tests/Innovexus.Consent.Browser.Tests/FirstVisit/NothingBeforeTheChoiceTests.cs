namespace Innovexus.Consent.Browser.Tests;

[Collection("site log")]
public class NothingBeforeTheChoiceTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    // What the check below must see on each page once everything is allowed; without it, "0 requests" would prove nothing.
    private static readonly Dictionary<string, string[]> OnEachPage = Site.Pages.ToDictionary(page => page, page => page switch
    {
        "/pricing" => ["ads GET /pixel.gif", "ads GET /script.js", "analytics GET /script.js", "analytics POST /collect"],
        "/blog" => ["analytics GET /script.js", "analytics POST /collect", "video GET /player"],
        "/platform" => ["analytics GET /script.js", "analytics POST /collect", "support GET /script.js"],
        _ => new[] { "analytics GET /script.js", "analytics POST /collect" },
    });

    public static TheoryData<string> Pages => [.. Site.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_optional_is_asked_for_nor_stored(string page)
    {
        var before = (await site.LogAsync()).Length;
        await using var walk = await Walk.StartAsync(chromium, site.Url);

        await walk.OpenAsync(page);

        Assert.Equal("nothing", await LeakAsync(walk, before));
        Assert.Empty(walk.Errors);

        // The same page, everything allowed: now each of its stand-ins is asked.
        if (await walk.Banner.CountAsync() == 0)
        {
            await walk.OpenAsync("/blog");
        }

        await walk.ChooseAsync("Accept all");
        // What this page sends must have arrived before the next page's is counted.
        await Task.WhenAll(OnEachPage[new Uri(walk.Page.Url).AbsolutePath].Select(request => SeenAsync(before, request)));
        before = (await site.LogAsync()).Length;
        await walk.OpenAsync(page);
        await Task.WhenAll(OnEachPage[page].Select(request => SeenAsync(before, request)));
        Assert.Equal(OnEachPage[page], (await site.LogAsync())[before..].Order(StringComparer.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Twin_a_runtime_that_takes_every_id_for_granted_is_reported()
    {
        var before = (await site.LogAsync()).Length;
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await Twin.ReplaceAsync(walk.Context, "ic.js", "const optional = state.optional.includes(id);", "return true;");

        await walk.OpenAsync("/pricing");
        await SeenAsync(before, "ads GET /pixel.gif");
        await SeenAsync(before, "analytics POST /collect");

        Assert.Equal(
            "requests: ads GET /pixel.gif, ads GET /script.js, analytics GET /script.js, analytics POST /collect; cookies: _ads, _sa, _sa_session",
            await LeakAsync(walk, before));
    }

    private async Task SeenAsync(int before, string request)
    {
        // The runtime has settled when a script was loaded; what that script sends arrives a moment later.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await site.LogAsync())[before..].Contains(request))
        {
            Assert.False(patience.IsCancellationRequested, $"{request} was not seen.");
        }
    }

    /// <summary>What must not be there before a choice, in words.</summary>
    private async Task<string> LeakAsync(Walk walk, int before)
    {
        var requests = (await site.LogAsync())[before..].Order(StringComparer.Ordinal).ToArray();
        var foreign = walk.Foreign;
        var cookies = (await walk.Context.CookiesAsync()).Select(cookie => cookie.Name).Order(StringComparer.Ordinal).ToArray();
        var stored = await walk.Page.EvaluateAsync<string[]>("""
            async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(database => database.name)]
            """);
        var hints = await walk.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('link[rel=preconnect], link[rel=dns-prefetch], link[rel=preload], link[rel=modulepreload], link[rel=prefetch]')]
                .map(link => link.href).filter(href => new URL(href).origin != location.origin)
            """);
        string[] leaks =
        [
            .. Leak("requests", requests.Length > 0 ? requests : foreign),
            .. Leak("cookies", cookies),
            .. Leak("storage", stored),
            .. Leak("hints", hints),
        ];
        return leaks.Length == 0 ? "nothing" : string.Join("; ", leaks);

        static IEnumerable<string> Leak(string what, string[] found) => found.Length == 0 ? [] : [$"{what}: {string.Join(", ", found)}"];
    }
}
