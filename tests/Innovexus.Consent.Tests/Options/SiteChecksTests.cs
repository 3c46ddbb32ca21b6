namespace Innovexus.Consent.Tests;

public class SiteChecksTests
{
    [Theory]
    [InlineData("example.com", true)]
    [InlineData("shop.example.co.uk", true)]
    [InlineData("https://example.com", false)]
    [InlineData(".example.com", false)]
    [InlineData("example.com:443", false)]
    [InlineData("localhost", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("", false)]
    public void A_cookie_domain_is_a_parent_domain_and_nothing_else(string domain, bool valid)
    {
        var build = () => Registries.Build(options => options.CookieDomain = domain);
        if (valid)
        {
            var cookie = Assert.Single(build().Vendors.Single(vendor => vendor.Id == "consent").Cookies, cookie => cookie.Kind == StorageKind.Cookie);
            Assert.Equal(("ic_consent", domain), (cookie.Name, cookie.Domain));
        }
        else
        {
            Assert.Contains("Consent:CookieDomain", Assert.Throws<ConsentConfigurationException>(build).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("privacy at example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("+49 30 1234")]
    public void A_contact_that_no_link_can_lead_to_is_refused(string contact)
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options => options.Controller = new() { Name = "Innovexus", Contact = contact }));

        Assert.Contains("Write privacy@example.com", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }
}
