using System.Diagnostics;
using System.Net.Http.Json;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Pages made in advance by Speculation Rules, in a browser that nobody drives: under a driver it makes none.</summary>
public class PrerenderTests(HostWithoutPolicy host) : IClassFixture<HostWithoutPolicy>
{
    [Theory]
    [InlineData("grant", "false", "true", "granted: true; ran: two")]
    [InlineData("withdrawal", "true", "false", "granted: false; ran: ")]
    public async Task Nothing_runs_before_the_page_is_seen_and_then_what_is_decided_by_then(string name, string first, string then, string expected)
    {
        var profile = Directory.CreateTempSubdirectory();
        var start = new ProcessStartInfo(Chromium.Path, [.. Chromium.Arguments, "--headless=new", $"--user-data-dir={profile.FullName}", $"{host.Url}/prerender/{name}/{first}/{then}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var browser = Process.Start(start)!;
        try
        {
            using var client = new HttpClient();
            string[] reports = [];
            for (var clock = Stopwatch.StartNew(); !Array.Exists(reports, report => report.StartsWith($"{name} seen", StringComparison.Ordinal)) && clock.Elapsed.TotalSeconds < 60;)
            {
                // The pause between two looks: nothing outside that browser hears when the page reports.
                await Task.Delay(50, TestContext.Current.CancellationToken);
                reports = await client.GetFromJsonAsync<string[]>(host.Url + "/test/reports", TestContext.Current.CancellationToken) ?? [];
            }

            Assert.Equal(
                [$"{name} made; in advance: true; granted: false; ran: ", $"{name} seen; {expected}"],
                reports.Where(report => report.StartsWith(name, StringComparison.Ordinal)).Select(report => report.TrimStart()));
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
            profile.Delete(recursive: true);
        }
    }
}
