namespace Innovexus.Consent.AspNetCore.Tests;

public class RequestConsentPageTests
{
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
