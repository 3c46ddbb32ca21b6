using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>Pages that load the runtime's sources instead of what ships.</summary>
public class DebugScriptsTests(Chromium chromium, HostWithDebugScripts host) : IClassFixture<HostWithDebugScripts>
{
    [Fact]
    public async Task A_visit_runs_on_the_sources_alone_and_works()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Accept all");

        Assert.Contains("a", await walk.RanAsync());
        Assert.Empty(walk.Errors);
        string[] scripts = [.. walk.Requests.Where(request => System.Text.RegularExpressions.Regex.IsMatch(request, @"/ic(-\w+)?\.[\w.]*js"))];
        Assert.Contains($"GET {host.Url}/_ic/source/ic-trusted.js", scripts);
        Assert.All(scripts, request => Assert.StartsWith($"GET {host.Url}/_ic/source/", request, StringComparison.Ordinal));
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.js"), TestContext.Current.CancellationToken),
            await (await walk.Context.APIRequest.GetAsync($"{host.Url}/_ic/source/ic.js")).TextAsync());
    }

    [Theory]
    [InlineData("ic.css")]
    [InlineData("ic-none.js")]
    [InlineData("..%2fInnovexus.Consent%2fic.js")]
    public async Task Nothing_else_is_answered(string file)
    {
        using var client = new HttpClient();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"{host.Url}/_ic/source/{file}", TestContext.Current.CancellationToken)).StatusCode);
    }
}
