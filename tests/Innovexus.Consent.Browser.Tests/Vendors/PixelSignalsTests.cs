namespace Innovexus.Consent.Browser.Tests;

/// <summary>What pixels from the catalogue hear, in order and word for word. Scripts that stand in for theirs note what their loaders left, and what comes after.</summary>
public class PixelSignalsTests(Chromium chromium, HostWithPixels host) : IClassFixture<HostWithPixels>
{
    private const string Page = "/pixels";

    private static readonly (string Address, string Script)[] StandIns =
    [
        ("https://connect.facebook.net/**", "heard('ran fbq'); fbq.callMethod = (...words) => heard('fbq', JSON.stringify(words)); fbq.queue.splice(0).forEach(words => fbq(...words))"),
        ("https://analytics.tiktok.com/**", "heard('ran ttq'); for (const name of ['page', 'grantConsent', 'revokeConsent']) ttq[name] = () => heard('ttq', name); ttq.splice(0).forEach(([name]) => ttq[name]())"),
        ("https://s.pinimg.com/**", "heard('ran pintrk'); const left = pintrk.queue.splice(0); window.pintrk = (...words) => heard('pintrk', JSON.stringify(words)); left.forEach(words => pintrk(...words))"),
        ("https://www.clarity.ms/**", "heard('ran clarity'); const left = clarity.q ?? []; window.clarity = (...words) => heard('clarity', JSON.stringify(words)); left.forEach(words => clarity(...words))"),
        ("https://bat.bing.com/**", "heard('ran uetq'); window.UET = function () { this.push = (...words) => heard('uetq', ...words.map(word => JSON.stringify(word))) }"),
        ("https://stats.example.org/**", "heard('ran _paq')"),
    ];

    private static readonly string[] First = ["_paq [\"requireConsent\"]", "uetq \"consent\"", "uetq \"default\"", "uetq {\"ad_storage\":\"denied\"}"];

    private static readonly string[] Queued = ["uetq \"consent\"", "uetq \"update\""];

    private static readonly string[] Matomo =
        ["_paq [\"setTrackerUrl\",\"https://stats.example.org/matomo.php\"]", "_paq [\"setSiteId\",\"1\"]", "_paq [\"enableLinkTracking\"]", "_paq [\"trackPageView\"]", "ran _paq"];

    [Fact]
    public async Task Before_a_choice_queues_hold_what_comes_first_and_nothing_is_fetched()
    {
        await using var walk = await StartAsync();

        await HeardAsync(walk, ["document", .. First]);
        Assert.Empty(walk.Foreign);
        Assert.False(await walk.Page.EvaluateAsync<bool>("['fbq', 'ttq', 'pintrk', 'clarity', 'UET'].some(name => name in window)"));
    }

    [Fact]
    public async Task A_grant_is_said_to_each_in_its_own_form()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Accept all");

        await RanAsync(walk, granted: true);
        await HeardAsync(walk, ["document", .. First, .. Queued, "uetq {\"ad_storage\":\"granted\"}", "_paq [\"setConsentGiven\"]", .. Running("granted")]);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task A_refusal_is_said_to_queues_only_and_nothing_is_fetched()
    {
        await using var walk = await StartAsync();

        await walk.ChooseAsync("Reject all");

        await HeardAsync(walk, ["document", .. First, .. Queued, "uetq {\"ad_storage\":\"denied\"}"]);
        Assert.Empty(walk.Foreign);
    }

    [Fact]
    public async Task A_choice_by_purpose_is_said_to_those_that_it_grants()
    {
        await using var walk = await StartAsync();

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: true })");

        await RanAsync(walk, granted: false);
        await HeardAsync(
            walk, ["document", .. First, .. Queued, "uetq {\"ad_storage\":\"denied\"}", "_paq [\"setConsentGiven\"]", .. Matomo, "ran clarity", .. Clarity("denied", "granted")]);
    }

    [Fact]
    public async Task A_withdrawal_is_said_to_each_before_the_next_document()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await RanAsync(walk, granted: true);
        await Heard.ForgetAsync(walk);

        await walk.Page.EvaluateAsync("innovexusConsent.decide({ analytics: false, marketing: false })");
        await walk.Page.WaitForFunctionAsync("() => (sessionStorage.heard ?? '').includes('document')");
        await walk.SettledAsync();

        var heard = await Heard.WordsAsync(walk);
        var next = Array.IndexOf(heard, "document");
        string[] said =
        [
            "fbq [\"consent\",\"revoke\"]", "ttq revokeConsent", "pintrk [\"setconsent\",false]", "clarity " + Consent("denied", "denied"),
            "uetq \"consent\" \"update\" {\"ad_storage\":\"denied\"}", "_paq [\"forgetConsentGiven\"]",
        ];
        Assert.Equal(said.Order(StringComparer.Ordinal), heard[..next].Order(StringComparer.Ordinal));
        Assert.Equal(["document", .. First, .. Queued, "uetq {\"ad_storage\":\"denied\"}"], Sorted(heard[next..]));
    }

    [Fact]
    public async Task A_visitor_who_returns_is_said_in_the_new_document()
    {
        await using var walk = await StartAsync();
        await walk.ChooseAsync("Accept all");
        await RanAsync(walk, granted: true);
        await Heard.ForgetAsync(walk);

        await walk.OpenAsync(Page);

        await RanAsync(walk, granted: true);
        await HeardAsync(walk, ["document", .. First, .. Queued, "uetq {\"ad_storage\":\"granted\"}", "_paq [\"setConsentGiven\"]", .. Running("granted")]);
    }

    [Fact]
    public async Task Global_Privacy_Control_keeps_those_that_sell_out_whatever_is_accepted()
    {
        var start = await Walk.StartAsync(chromium, host.Url);
        await start.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Sec-GPC"] = "1" });
        await using var walk = await StartAsync(start);

        await walk.ChooseAsync("Accept all");

        await RanAsync(walk, granted: false);
        var heard = await Heard.WordsAsync(walk);
        Assert.DoesNotContain(heard, word => word.StartsWith("fbq", StringComparison.Ordinal) || word.StartsWith("ttq", StringComparison.Ordinal) || word.StartsWith("pintrk", StringComparison.Ordinal));
        Assert.Contains("uetq {\"ad_storage\":\"denied\"}", heard);
        Assert.DoesNotContain("uetq {\"ad_storage\":\"granted\"}", heard);
    }

    private static string[] Running(string marketing) =>
    [
        .. Matomo,
        "ran clarity", .. Clarity(marketing, "granted"),
        "ran fbq", "fbq [\"init\",\"123456789012345\"]", "fbq [\"track\",\"PageView\"]", "fbq [\"consent\",\"grant\"]",
        "ran pintrk", "pintrk [\"load\",\"2612345678901\"]", "pintrk [\"page\"]", "pintrk [\"setconsent\",true]",
        "ran ttq", "ttq page", "ttq grantConsent",
        "ran uetq", "uetq \"pageLoad\"",
    ];

    // As a grant, and as a choice.
    private static string[] Clarity(string ads, string analytics) => ["clarity " + Consent(ads, analytics), "clarity " + Consent(ads, analytics)];

    private static string Consent(string ads, string analytics) => $$"""["consentv2",{"ad_Storage":"{{ads}}","analytics_Storage":"{{analytics}}"}]""";

    private async Task<Walk> StartAsync(Walk? walk = null)
    {
        walk ??= await Walk.StartAsync(chromium, host.Url);
        foreach (var (address, script) in StandIns)
        {
            await walk.Context.RouteAsync(address, route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = $"{{ {script} }}" }));
        }

        return await Heard.StartAsync(walk, Page);
    }

    // Until the last words of each are there: no vendor waits for another.
    private static async Task RanAsync(Walk walk, bool granted)
    {
        string[] last = granted ? ["ran _paq", "clarity [", "\"grant\"", "\"setconsent\",true", "ttq grantConsent", "pageLoad"] : ["ran _paq", "clarity ["];
        foreach (var word in last)
        {
            await walk.Page.WaitForFunctionAsync("word => (sessionStorage.heard ?? '').includes(word)", word);
        }

        await walk.SettledAsync();
    }

    // Each vendor's own words keep their order; which vendor comes first is nobody's business.
    private static async Task HeardAsync(Walk walk, string[] expected) => Assert.Equal(Sorted(expected), Sorted(await Heard.WordsAsync(walk)));

    private static string[] Sorted(string[] words) => [.. words.OrderBy(word => word == "document" ? "" : word.Split(' ') is ["ran", var vendor] ? vendor : word.Split(' ')[0], StringComparer.Ordinal)];
}
