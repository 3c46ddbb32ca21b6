namespace Innovexus.Consent.AspNetCore.Tests;

public class RequestConsentPageTests
{
    [Fact]
    public async Task Page_of_who_has_decided_does_not_vary_by_where_it_is_shown()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser(new());
        await browser.PostAsync("/_ic/decision", Posts.Form("reject-all"));

        Assert.DoesNotContain("Sec-Fetch-Dest", (await browser.GetAsync("/page")).Headers.Vary);
    }

    [Theory]
    [InlineData("iframe", false)]
    [InlineData("object", false)]
    [InlineData("document", true)]
    [InlineData("empty", true)]
    public async Task A_page_that_is_loaded_into_a_frame_has_no_banner(string destination, bool banner)
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Dest", destination);

        Assert.Equal(banner, (await browser.GetStringAsync("/page")).Contains("data-ic-banner", StringComparison.Ordinal));
    }
}
