using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Posts that a browser sends from elsewhere: none changes what the visitor chose.</summary>
public class CrossSiteTests(Chromium chromium, HostWithoutPolicy host, HostWithoutEnforcement other) : IClassFixture<HostWithoutPolicy>, IClassFixture<HostWithoutEnforcement>
{
    private const string Form = "<form method=post action='{0}/_ic/decision'><input name=action value=accept-all></form><script>document.forms[0].submit()</script>";
    private const string Multipart = "<form method=post enctype=multipart/form-data action='{0}/_ic/decision'><input name=action value=accept-all></form><script>document.forms[0].submit()</script>";
    private const string Unreferred = "<meta name=referrer content=no-referrer>" + Form;
    private const string Fetch = "<script>fetch('{0}/_ic/decision', {{ method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams('action=accept-all') }}).finally(() => {{ document.title = 'sent' }})</script>";
    private const string Beacon = "<script>navigator.sendBeacon('{0}/_ic/decision', new URLSearchParams('action=accept-all')); fetch('{0}/test/file', {{ mode: 'no-cors' }}).finally(() => {{ document.title = 'sent' }})</script>";
    private const string Forged = "<script>fetch('{0}/_ic/decision', {{ method: 'POST', mode: 'no-cors', credentials: 'include', headers: {{ 'Sec-Fetch-Site': 'same-origin', Origin: '{0}' }}, body: new URLSearchParams('action=accept-all') }}).finally(() => {{ document.title = 'sent' }})</script>";
    private const string Sandboxed = "<iframe sandbox='allow-scripts allow-forms' srcdoc=\"<form method=post action='{0}/_ic/decision'><button name=action value=accept-all>Send</button></form>\"></iframe>";

    // A sub-domain, which is another site to localhost; the same machine by another name; another port.
    private static readonly string[] Elsewhere = ["sub.localhost:{0}", "127.0.0.1:{0}", "localhost:{1}"];

    public static TheoryData<string, string> Attacks => new MatrixTheoryData<string, string>(Elsewhere, [Form, Multipart, Unreferred, Fetch, Beacon, Forged]);

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_page_elsewhere_changes_nothing(string where, string page)
    {
        await using var walk = await RefusedAsync();
        var before = await walk.CookieAsync();
        var url = AttackAt($"http://{Format(where, new Uri(host.Url).Port, new Uri(other.Url).Port)}", page);
        var sent = walk.Page.WaitForRequestAsync(request => request.Method == "POST");
        await walk.Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        var answer = await (await sent).ResponseAsync();

        Assert.True(answer is { Status: 403 }, $"It was answered by {answer?.Status} {(await sent).Failure}.");
        await UnchangedAsync(walk, before);
    }

    [Theory]
    [InlineData(Sandboxed, false)]
    [InlineData(Form, true)]
    [InlineData(Unreferred, true)]
    public async Task A_page_of_the_site_changes_it_unless_it_is_sandboxed(string page, bool changes)
    {
        await using var walk = await RefusedAsync();
        var before = await walk.CookieAsync();
        var url = AttackAt(host.Url, page);
        var sent = walk.Page.WaitForRequestAsync(request => request.Method == "POST");

        await walk.Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        if (page == Sandboxed)
        {
            await walk.Page.FrameLocator("iframe").GetByRole(AriaRole.Button).ClickAsync();
        }

        var request = await sent;
        var answer = await request.ResponseAsync();

        // Both send "null" where they may not say more; only the browser's own word tells them apart.
        // The host itself says no-referrer, so forms send "null" too.
        Assert.Equal("null", (await request.AllHeadersAsync())["origin"]);
        Assert.True((changes ? 303 : 403) == answer?.Status, $"{answer?.Status} {request.Failure}");
        if (changes)
        {
            Assert.NotEqual(before, await walk.CookieAsync());
        }
        else
        {
            await UnchangedAsync(walk, before);
        }
    }

    [Fact]
    public async Task Without_origin_and_without_the_browsers_word_nothing_is_changed()
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("action", "accept-all")]);

        using var answer = await client.PostAsync($"{host.Url}/_ic/decision", form);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<Walk> RefusedAsync()
    {
        var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-b");
        await walk.ChooseAsync("Reject all");
        return walk;
    }

    // From a real server: to what has no address, browsers refuse requests to this machine.
    private string AttackAt(string origin, string page) =>
        $"{origin}/test/page?html={Uri.EscapeDataString($"<!DOCTYPE html><title>attack</title>{Format(page, host.Url)}")}";

    private static string Format(string text, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);

    private static async Task UnchangedAsync(Walk walk, string? before)
    {
        Assert.Equal(before, await walk.CookieAsync());
        await using var tab = await walk.NewTabAsync();
        await tab.OpenAsync("/page-b");
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => innovexusConsent.isGranted('one')"));
        Assert.Equal(before, await walk.CookieAsync());
    }
}
