namespace Innovexus.Consent.Browser.Tests;

public class CookieDomainTests(Chromium chromium, HostWithCookieDomain host) : IClassFixture<HostWithCookieDomain>
{
    [Fact]
    public async Task Sites_of_one_parent_domain_share_a_decision_and_its_withdrawal()
    {
        await using var walk = await Walk.StartAsync(chromium, Site("shop"));
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.Page.GotoAsync($"{Site("blog")}/page-a");
        await walk.SettledAsync();
        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("a", await walk.RanAsync());

        await walk.MarkDocumentAsync();
        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => !window.marked && document.readyState == 'complete'");
        await walk.OpenAsync("/page-a");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(await walk.RanAsync());
        Assert.Equal(".example.localhost", Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name == "ic_consent").Domain);
    }

    [Fact]
    public async Task On_a_host_that_is_not_of_the_domain_the_decision_is_that_hosts_and_the_fix_is_logged()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.OpenAsync("/page-a");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Contains("CookieDomain 'example.localhost'", host.Output, StringComparison.Ordinal);
    }

    private string Site(string name) => host.Url.Replace("localhost", $"{name}.example.localhost", StringComparison.Ordinal);
}
