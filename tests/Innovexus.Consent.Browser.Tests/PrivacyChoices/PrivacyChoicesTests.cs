using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The privacy choices on the sample, with and without script, and the what one can pretend there.</summary>
public class PrivacyChoicesTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opting_out_works_with_and_without_script_and_opting_in_again_takes_two_steps(bool script)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { JavaScriptEnabled = script });
        await PretendAsync(walk, region: "US-CA");
        await walk.Page.GotoAsync(site.Url + "/pricing");
        Assert.Equal(0, await walk.Banner.CountAsync());

        await walk.Page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "Your Privacy Choices" }).ClickAsync();
        await walk.ArriveAsync("/privacy-choices");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByText("Opt-out request honored")).ToBeVisibleAsync();
        Assert.Contains(".optout_sale.", await walk.CookieAsync(), StringComparison.Ordinal);
        await walk.Page.GotoAsync(site.Url + "/pricing");
        if (script)
        {
            await walk.SettledAsync();
            Assert.True(await walk.Page.EvaluateAsync<bool>("innovexusConsent.isGranted('signalbox') && !innovexusConsent.isGranted('adreach')"));
        }

        Assert.Equal(0, await walk.Banner.CountAsync());
        await walk.Page.GotoAsync(site.Url + "/privacy-choices");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow sale and sharing" }).ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it off" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow sale and sharing" })).ToBeVisibleAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Allow sale and sharing" }).ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, allow" }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" })).ToBeVisibleAsync();
        Assert.DoesNotContain("optout", await walk.CookieAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_stands_below_cookie_settings_with_the_icon_about_as_high_as_its_words()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        await walk.OpenAsync("/blog");

        Assert.Equal(["Cookie settings", "Your Privacy Choices"], await walk.Page.Locator("footer a").AllInnerTextsAsync());
        var box = await walk.Page.Locator("footer svg:has(rect)").EvaluateAsync<double[]>("svg => [svg.querySelector('rect').getBoundingClientRect(), svg.parentElement.getBoundingClientRect()].map(box => box.height)");
        Assert.InRange(box[0] / box[1], 0.4, 1);
        var icon = await walk.Page.Locator("footer svg:has(rect)").EvaluateAsync<double>("svg => { const box = svg.querySelector('rect').getBBox(); return box.width / box.height; }");
        Assert.InRange(icon, 2, 2.3);
    }

    [Fact]
    public async Task What_is_pretended_changes_what_a_visitor_is_asked()
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url);
        foreach (var (region, age, signal, banner, expected) in new[]
        {
            ("", "", false, 1, "NotDecided"), ("DE", "", false, 1, "NotDecided"), ("US-CA", "", false, 0, "Default"), ("US-CA", "", true, 0, "Signal"),
            ("US-CA", "Under13", false, 0, "Age"), ("US-CA", "From13To15", false, 1, "NotDecided"), ("CH", "", false, 1, "NotDecided"),
        })
        {
            await PretendAsync(walk, region, age, signal);
            await walk.SettledAsync();
            Assert.Equal(banner, await walk.Banner.CountAsync());
            await Assertions.Expect(walk.Page.Locator("inspect-state tr").Filter(new() { HasText = "adreach" })).ToContainTextAsync(expected);
        }

        Assert.Empty(walk.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_of_the_policy_is_told_politely_until_it_is_seen(bool script)
    {
        await using var walk = await Walk.StartAsync(chromium, site.Url, new() { JavaScriptEnabled = script });
        await walk.Page.GotoAsync(site.Url + "/blog?policy");
        var notice = walk.Page.Locator("[data-ic-notice]");
        Assert.Equal("status", await notice.GetAttributeAsync("role"));
        Assert.Contains($"It takes effect on {DateTime.UtcNow.AddMonths(2).ToString("d\u00A0MMMM\u00A0yyyy", System.Globalization.CultureInfo.InvariantCulture)}.", await notice.InnerTextAsync(), StringComparison.Ordinal);
        if (script)
        {
            await walk.SettledAsync();
            await walk.MarkDocumentAsync();
        }

        var posted = walk.Page.WaitForResponseAsync(response => response.Request.Method == "POST");
        await notice.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await posted;
        Assert.Equal(script, script && await walk.IsMarkedAsync());
        Assert.EndsWith("/blog?policy", walk.Page.Url, StringComparison.Ordinal);
        await walk.Page.GotoAsync(site.Url + "/platform?policy");
        Assert.Equal(0, await notice.CountAsync());
        // It is no answer to the banner.
        Assert.True(await walk.Banner.IsVisibleAsync());
    }

    // As the development panel does.
    private async Task PretendAsync(Walk walk, string region = "", string age = "", bool signal = false)
    {
        await walk.Context.AddCookiesAsync([new() { Name = "ic_pretend", Value = $"region={region}&age={age}&signal={(signal ? "on" : "")}", Url = site.Url }]);
        await walk.Page.GotoAsync(site.Url + "/inspect");
    }
}
