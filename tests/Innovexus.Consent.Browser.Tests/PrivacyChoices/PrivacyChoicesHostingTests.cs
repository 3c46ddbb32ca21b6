using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The privacy choices in interactive trees, and where there is no server.</summary>
public class PrivacyChoicesHostingTests(
    Chromium chromium, HostWithServer server, HostWithWebAssemblyNotPrerendered client, HostWithServerPages pages, StandaloneHost standalone, MvcHost mvc)
    : IClassFixture<HostWithServer>, IClassFixture<HostWithWebAssemblyNotPrerendered>, IClassFixture<HostWithServerPages>, IClassFixture<StandaloneHost>, IClassFixture<MvcHost>
{
    [Theory]
    [InlineData("server")]
    [InlineData("server pages")]
    [InlineData("client")]
    [InlineData("standalone")]
    [InlineData("mvc")]
    public async Task One_step_opts_out_and_two_opt_in_again(string name)
    {
        var host = name switch { "server" => server, "server pages" => pages, "client" => client, "mvc" => mvc, _ => (WebHost)standalone };
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync(name == "mvc" ? "/_ic/privacy-choices" : "/live-choices");

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByText("Opt-out request honored")).ToBeVisibleAsync();
        Assert.Contains(".optout_sale.", await walk.CookieAsync(), StringComparison.Ordinal);

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow sale and sharing" }).ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, allow" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" })).ToBeVisibleAsync();
        await walk.SettledAsync();
        Assert.DoesNotContain("optout", await walk.CookieAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("step=", walk.Page.Url, StringComparison.Ordinal);
        Assert.Empty(walk.Errors);
    }
}
