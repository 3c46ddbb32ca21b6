using System.Net;

namespace Innovexus.Consent.AspNetCore.Tests;

public class PreferencesEndpointTests
{
    [Fact]
    public async Task Page_is_a_complete_document_with_the_sites_name_a_way_back_and_no_banner()
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().GetAsync("/_ic/preferences?return=%2Fpricing%3Fplan%3D2");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Cookie settings – Innovexus</title>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/pricing?plan=2\" rel=\"nofollow\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"return\" value=\"/pricing?plan=2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ic-banner", page, StringComparison.Ordinal);
        Assert.Contains("<div data-permanent=\"ic-root\"><div class=\"ic ic-status\" role=\"status\"></div></div>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fragment_is_the_form_alone()
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().GetAsync("/_ic/preferences?fragment&return=%2Fa");
        var fragment = await answer.Content.ReadAsStringAsync();

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith("<form", fragment.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("id=\"ic-dialog-title\"", fragment, StringComparison.Ordinal);
        Assert.Contains("name=\"return\" value=\"/a\"", fragment, StringComparison.Ordinal);
    }
}
