using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public void A_model_that_does_not_exist_is_refused()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options => options.Rules.SetModel("DE", "analytics", (ConsentModel)99)));

        Assert.Equal($"Consent:Rules:Models:DE: There is no model 99. Use one of: {string.Join(", ", Enum.GetNames<ConsentModel>())}.", Assert.Single(exception.Problems).ToString());
    }

    [Fact]
    public void A_version_of_the_policy_that_is_null_is_refused_beside_all_other_problems()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.PolicyVersions.Add(null!);
            options.PolicyVersions.Add(new() { Id = "one", Effective = default, Summary = "One" });
        }));

        Assert.Equal(["Consent:PolicyVersions", "Consent:PolicyVersions:one:Effective"], exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void A_section_may_tell_of_versions_beside_one_that_is_null()
    {
        using var provider = Sections.Provider(
            """{ "Consent": { "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy", "PolicyVersions": { "one": { "Effective": "2026-11-01", "Summary": "One" } } } }""",
            builder => builder.Services.Configure<ConsentOptions>(options => options.PolicyVersions.Add(null!)));

        Assert.Equal("Consent:PolicyVersions", Assert.Single(Assert.Throws<ConsentConfigurationException>(provider.GetRequiredService<ConsentRegistry>).Problems).Path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Countries_that_are_null_are_refused(bool all)
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.Countries = all ? null! : ["DE", null!])));

        Assert.Equal("Vendors:stats:Countries", Assert.Single(exception.Problems).Path);
    }
}
