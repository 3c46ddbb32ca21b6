using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>axe-core over everything the visitor sees: WCAG A and AA up to 2.2, and its best practices.</summary>
public class AxeTests(Chromium chromium, Site site, HostWithoutPolicy host, HostWithManyVendors many)
    : IClassFixture<Site>, IClassFixture<HostWithoutPolicy>, IClassFixture<HostWithManyVendors>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string, int> Looks => new()
    {
        { "light", 1280 }, { "light", 320 }, { "dark", 1280 }, { "dark", 320 }, { "forced colors", 1280 }, { "forced colors", 320 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_page_has_a_violation_with_or_without_the_banner_nor_has_the_dialog(string look, int width)
    {
        await using var walk = await StartAsync(site.Url, look, width);
        foreach (var page in Site.Pages)
        {
            await walk.OpenAsync(page);
            await NoViolationsAsync(walk, $"{page} before the choice");
        }

        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        await NoViolationsAsync(walk, "the dialog");
        await walk.Page.Keyboard.PressAsync("Escape");
        await walk.ChooseAsync("Accept all");
        foreach (var page in new[] { "/", "/platform", "/inspect", "/cookies" })
        {
            await walk.FollowOrOpenAsync(page);
            await NoViolationsAsync(walk, $"{page} after the choice");
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_built_in_page_has_no_violation(string look, int width)
    {
        await using var walk = await StartAsync(host.Url, look, width);
        await walk.OpenAsync("/_ic/preferences?return=%2F");
        await NoViolationsAsync(walk, "the built-in page");
        await walk.OpenSettingsAsync();
        await NoViolationsAsync(walk, "its dialog");
        await walk.OpenAsync("/_ic/privacy-choices");
        await NoViolationsAsync(walk, "the built-in privacy choices");
        await walk.ChooseInAsync(walk.Page.Locator("main"), "Opt out");
        await walk.OpenAsync("/_ic/privacy-choices?step=opt-in");
        await NoViolationsAsync(walk, "their second step");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Placeholders_switches_of_vendors_and_the_live_column_have_no_violation(string look, int width)
    {
        await using var walk = await StartAsync(host.Url, look, width);
        await walk.OpenAsync("/embed");
        await NoViolationsAsync(walk, "placeholders");
        await walk.OpenAsync("/form");
        await walk.Page.EvaluateAsync("() => { for (const details of document.querySelectorAll('details')) details.open = true }");
        await NoViolationsAsync(walk, "vendors and declarations");
        await walk.OpenSettingsAsync();
        await walk.Page.EvaluateAsync("() => { for (const details of document.querySelectorAll('dialog details')) details.open = true }");
        await NoViolationsAsync(walk, "vendors in the dialog");
    }

    [Fact]
    public async Task Sixty_vendors_and_thirty_categories_have_no_violation()
    {
        await using var walk = await StartAsync(many.Url, "light", 320);
        await walk.OpenAsync("/");
        await walk.OpenSettingsAsync();
        await walk.Page.EvaluateAsync("() => { for (const details of document.querySelectorAll('dialog details')) details.open = true }");
        await NoViolationsAsync(walk, "many vendors");
    }

    [Fact]
    public async Task Twin_a_button_without_contrast_is_reported()
    {
        await using var walk = await StartAsync(site.Url, "light", 1280);
        await Twin.ReplaceInPagesAsync(walk.Context, site.Url + "/", "--ic-button-ink:light-dark(#fff,#10203a);", "--ic-button-ink:#35507a;");
        await walk.OpenAsync("/");

        var result = await walk.Page.RunAxe(Rules);

        Assert.Equal(["color-contrast"], result.Violations.Select(violation => violation.Id));
    }

    private Task<Walk> StartAsync(string url, string look, int width) => Walk.StartAsync(chromium, url, new()
    {
        ViewportSize = new() { Width = width, Height = width == 320 ? 568 : 800 },
        ColorScheme = look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        ForcedColors = look == "forced colors" ? ForcedColors.Active : ForcedColors.None,
    });

    private static async Task NoViolationsAsync(Walk walk, string what)
    {
        var result = await walk.Page.RunAxe(Rules);
        Assert.True(result.Passes.Length > 10);
        Assert.True(result.Violations.Length == 0, $"{what}: " + string.Join("; ", result.Violations.Select(violation =>
            $"{violation.Id} ({violation.Help}) at {string.Join(", ", violation.Nodes.Select(node => node.Target))}")));
    }
}
