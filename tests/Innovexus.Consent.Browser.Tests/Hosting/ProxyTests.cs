using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

public class ProxyTests(Chromium chromium, HostBehindProxy host, HostBehindSilentProxy silent) : IClassFixture<HostBehindProxy>, IClassFixture<HostBehindSilentProxy>
{
    [Fact]
    public async Task Cookie_is_as_on_https_where_the_scheme_is_forwarded()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url);
        await walk.OpenAsync("/sub/live");
        await walk.ChooseAsync("Accept all");

        var cookie = Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name.Contains("ic_consent", StringComparison.Ordinal));
        Assert.Equal(("__Host-ic_consent_sub", true), (cookie.Name, cookie.Secure));
        Assert.DoesNotContain("ASPNETCORE_FORWARDEDHEADERS_ENABLED", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_not_the_choice_is_kept_all_the_same_and_the_fix_is_logged_once()
    {
        await using var walk = await Walk.StartAsync(chromium, silent.Url);
        await walk.OpenAsync("/page-a");
        await walk.ChooseAsync("Accept all");
        await walk.OpenSettingsAsync();
        await walk.ChooseInAsync(walk.Dialog, "Reject all");
        await walk.Page.WaitForFunctionAsync("() => window.innovexusConsent && !innovexusConsent.isGranted('one')");
        await walk.OpenAsync("/page-b");

        Assert.False(await walk.Banner.IsVisibleAsync());
        Assert.Empty(await walk.RanAsync());
        Assert.Equal("ic_consent", Assert.Single(await walk.Context.CookiesAsync(), cookie => cookie.Name.EndsWith("ic_consent", StringComparison.Ordinal)).Name);
        Assert.Equal(2, silent.Output.Split("ASPNETCORE_FORWARDEDHEADERS_ENABLED").Length);
        Assert.Empty(walk.Errors);
    }

    [Fact]
    public async Task Without_script_a_choice_leads_back_below_the_path_base()
    {
        await using var walk = await Walk.StartAsync(chromium, host.Url, new() { JavaScriptEnabled = false });
        await walk.Page.GotoAsync($"{host.Url}/sub/live?a=1");
        await walk.Banner.GetByRole(AriaRole.Button, new() { Name = "Manage" }).ClickAsync();
        await walk.ArriveAsync("/sub/_ic/preferences");
        await walk.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Reject all" }).ClickAsync();

        await walk.ArriveAsync("/sub/");
        Assert.Contains("refused_analytics", await walk.CookieAsync());
    }
}
