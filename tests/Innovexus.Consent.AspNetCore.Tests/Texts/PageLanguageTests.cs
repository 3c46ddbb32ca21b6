using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What belongs to a page speaks its language, also where it is rendered in a request of its own.</summary>
public class PageLanguageTests
{
    [Theory]
    [InlineData("de-AT,de;q=0.9", "de", "ltr", "Alle ablehnen")]
    [InlineData("ar", "ar", "rtl", null)]
    [InlineData("haw", "en", "ltr", "Reject all")]
    public async Task The_visitors_language_where_the_site_follows_it(string accepted, string language, string direction, string? refuse)
    {
        await using var host = await Host.StartAsync(use: app => app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedUICultures("en", "de", "ar")));
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", accepted);

        foreach (var path in new[] { "/page", "/_ic/preferences", "/_ic/preferences?fragment", "/_ic/privacy-choices" })
        {
            var page = WebUtility.HtmlDecode(await browser.GetStringAsync(path));
            Assert.Contains($"lang=\"{language}\" dir=\"{direction}\"", page, StringComparison.Ordinal);
            Assert.True(refuse is null || path.Contains("choices", StringComparison.Ordinal) || page.Contains(refuse, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_says_its_culture_where_no_other_request_could_know_it()
    {
        await using var host = await Host.StartAsync(use: InGerman);
        var browser = host.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/page"));

        Assert.Contains("Alle ablehnen", page, StringComparison.Ordinal);
        Assert.Contains("data-ic-culture=\"de-DE\"", page, StringComparison.Ordinal);
        Assert.Contains("formaction=\"/_ic/preferences?culture=de-DE\"", page, StringComparison.Ordinal);
        // Browsers replace the query of a form's address by the form's fields.
        Assert.Contains("<input type=\"hidden\" name=\"culture\" value=\"de-DE\" />", page, StringComparison.Ordinal);
        Assert.Contains("Alle ablehnen", WebUtility.HtmlDecode(await browser.GetStringAsync("/_ic/preferences?culture=de-DE")), StringComparison.Ordinal);
        Assert.Contains("Reject all", await browser.GetStringAsync("/_ic/preferences"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere-at-all")]
    [InlineData("%3Cscript%3E")]
    [InlineData("")]
    public async Task What_is_no_culture_changes_nothing(string culture)
    {
        await using var host = await Host.StartAsync();

        Assert.Contains("Reject all", await host.Browser().GetStringAsync($"/_ic/preferences?culture={culture}"), StringComparison.Ordinal);
    }

    // As a site does that chooses by its routes.
    private static void InGerman(WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path == "/page")
        {
            CultureInfo.CurrentUICulture = new("de-DE");
        }

        return next(context);
    });
}
