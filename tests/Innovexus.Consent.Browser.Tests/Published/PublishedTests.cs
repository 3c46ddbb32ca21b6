using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class PublishedTests(Chromium chromium, PublishedSite site) : IClassFixture<PublishedSite>
{
    [Fact]
    public async Task First_visit_under_the_strict_policy_without_an_error()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        Assert.Empty(walk.Foreign);
        await walk.FollowAsync("/pricing");
        await walk.ChooseAsync("Accept all");
        await walk.FollowAsync("/platform");
        await walk.OpenSettingsAsync();

        Assert.Equal(
            ["ads", "analytics", "support"],
            walk.Foreign.Where(request => request.EndsWith("/script.js", StringComparison.Ordinal)).Select(request => request.Split("//")[1].Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task The_library_adds_one_request()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        Assert.Equal(["ic.js"], Ours(walk));

        await walk.ChooseAsync("Reject all");
        var before = walk.Requests.Count;
        await walk.OpenAsync("/");
        Assert.Equal(["ic.js"], Ours(walk, before));

        static string[] Ours(Walk walk, int from = 0) =>
        [
            .. walk.Requests.Skip(from).Where(request => request.Contains("/_content/Innovexus.Consent/", StringComparison.Ordinal) || request.Contains("/_ic/", StringComparison.Ordinal))
                .Select(request => System.Text.RegularExpressions.Regex.Replace(request.Split('/')[^1], @"\.\w{10}\.", ".")),
        ];
    }

    [Fact]
    public async Task Nothing_of_the_development_panel_is_in_it()
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Cookie", "ic_pretend=region=US&age=Adult");

        var page = await client.GetStringAsync(site.Url);

        Assert.DoesNotContain("panel", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("data-ic-banner", page, StringComparison.Ordinal);
        foreach (var path in new[] { "/_ic/panel", "/_ic/panel/panel.js", "/_ic/panel/watch.js", "/_content/Innovexus.Consent.AspNetCore/panel.js" })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(site.Url + path)).StatusCode);
        }

        Assert.DoesNotContain(site.Files, file => file.Contains("panel", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Bytes_stay_within_their_budgets()
    {
        var withBanner = await BrotliAsync("/");
        var decided = await BrotliAsync("/", "ic_consent=" + await DecideAsync());
        var form = await BrotliAsync("/_ic/preferences?fragment&return=%2F");

        await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(Repository.Path("TestResults")).FullName, "bytes.txt"),
        [
            Within("first load, script", 3_810, site.Compressed("ic.js")),
            Within("first load, banner and its style in the page", 2_500, withBanner - decided, "brotli of / with the banner minus / decided"),
            await ClickedAsync("/", "Manage"),
            await ClickedAsync("/", "Reject all"),
            await ClickedAsync("/blog", "Load once: The link that failed every Tuesday (video)"),
            await ClickedAsync("/blog", "Always allow: The link that failed every Tuesday (video)"),
            Within("views and live declarations, script, with what a first interaction loads", 4_500, Bytes("ic-ui.js") + Bytes("ic-trusted.js") + Bytes("ic-views.js"), "ic-ui.js, ic-trusted.js and ic-views.js"),
            Within("first interaction, style", 3_000, site.Compressed("ic.css")),
            Within("frames and images, script", 700, site.Compressed("ic-gates.js")),
            Within("copies of scripts and inline modules, script", 700, Bytes("ic-scripts.js") + Bytes("ic-trusted.js"), "ic-scripts.js and ic-trusted.js"),
            Within("withdrawal, script", 2_000, site.Compressed("ic-clear.js")),
            Within("first interaction, form", 4_000, form, "brotli of /_ic/preferences?fragment"),
        ]);

        long Bytes(string file) => new FileInfo(site.Compressed(file)).Length;
    }

    // What the first click in a page fetches of scripts.
    private async Task<string> ClickedAsync(string path, string button)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync(path);
        var before = walk.Requests.Count;
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await walk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await walk.SettledAsync();
        string[] files = [.. walk.Requests.Skip(before).Where(request => request.Contains("/_content/Innovexus.Consent/", StringComparison.Ordinal) && request.EndsWith(".js", StringComparison.Ordinal))
            .Select(request => System.Text.RegularExpressions.Regex.Replace(request.Split('/')[^1], @"\.\w{10}\.", ".")).Distinct()];
        Assert.NotEmpty(files);
        return Within($"first interaction, script: {button}", button == "Manage" ? 2_000 : 4_000, files.Sum(file => new FileInfo(site.Compressed(file)).Length), string.Join(", ", files));
    }

    private static string Within(string what, int budget, string file) => Within(what, budget, new FileInfo(file).Length, $"wwwroot/_content/Innovexus.Consent/{Path.GetFileName(file)}");

    private static string Within(string what, int budget, long bytes, string where)
    {
        Assert.InRange(bytes, 100, budget);
        return $"{bytes,6} of {budget} bytes: {what} ({where})";
    }

    private async Task<string> DecideAsync()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/");
        await walk.ChooseAsync("Reject all");
        return (await walk.CookieAsync())!;
    }

    private async Task<long> BrotliAsync(string path, string? cookie = null)
    {
        using var client = new HttpClient();
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        var page = await client.GetStringAsync(site.Url + path);
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await brotli.WriteAsync(Encoding.UTF8.GetBytes(page));
        }

        return compressed.Length;
    }
}
