using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.Tests.Sections;

namespace Innovexus.Consent.Tests;

/// <summary>Settings that stand in several layers, sections or pieces of code, in any case.</summary>
public class ConfigurationLayersTests
{
    [Fact]
    public void Keys_match_in_any_case_and_the_first_spelling_stays()
    {
        var vendor = Layered(
            [("Vendors:track:Cookies:_track:Duration", "365"), ("Vendors:track:Cookies:_track:Purpose", "Counts"), ("Vendors:track:Cookies:_Other:Purpose", "Counts")],
            [("Vendors:TRACK:REVISION", "2"), ("VENDORS:Track:Cookies:_TRACK:Duration", "30"), ("VENDORS:Track:Cookies:_OTHER:PATH", "/shop")])
            .Vendors.Single(vendor => vendor.Id == "track");

        Assert.Equal(2, vendor.Revision);
        Assert.Equal(
            [("_track", TimeSpan.FromDays(30), "Counts", "/"), ("_Other", null, "Counts", "/shop")],
            vendor.Cookies.OrderByDescending(cookie => cookie.Name).Select(cookie => (cookie.Name, cookie.Duration, cookie.Purpose, cookie.Path)));
    }

    [Fact]
    public void Keys_of_categories_rules_and_policy_versions_match_in_any_case_too()
    {
        var registry = Layered(
            [("Categories:research:Name", "Research"), ("PolicyVersions:2027-a:Effective", "2027-01-01"), ("PolicyVersions:2027-a:Summary", "We keep less.")],
            [("CATEGORIES:RESEARCH:ORDER", "5"), ("CATEGORIES:ANALYTICS:NAME", "Statistics"), ("POLICYVERSIONS:2027-A:MATERIAL", "true"),
            ("RULES:MODELS:us-ca:ANALYTICS", "NoticeOnly"), ("RULES:MODELS:US-CA:Research", "NoticeOnly")]);

        Assert.Equal(5, registry.Categories.Single(category => category.Id == "research").Order);
        Assert.Equal("Statistics", registry.Categories.Single(category => category.Id == "analytics").Name);
        Assert.Equal(("2027-a", true), registry.PolicyVersions.Select(version => (version.Id, version.Material)).Single());
    }

    [Fact]
    public void Code_and_every_section_speak_of_one_vendor_in_any_case()
    {
        var builder = ConsentCoreServices.Add(new ServiceCollection())
            .AddConfiguration(Section(Layer(("Vendors:TRACK:Revision", "2"), ("Vendors:Other:Cookies:_o:Purpose", "Counts"), ("FrameworkCookies", "Session"))))
            .AddConfiguration(Section(Layer(("Vendors:OTHER:Cookies:_O:Purpose", "Counts less"), ("Vendors:ASPNETCORE:Name", "Our servers"))))
            .AddVendor("other", "analytics", Complete)
            .AddVendor("track", "analytics", vendor => (vendor.Name, vendor.Purpose) = ("Track", "Tests"));

        var registry = builder.Services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();

        Assert.Equal(2, registry.Vendors.Single(vendor => vendor.Id == "track").Revision);
        Assert.Equal(("_o", "Counts less"), registry.Vendors.Single(vendor => vendor.Id == "other").Cookies.Select(cookie => (cookie.Name, cookie.Purpose)).Single());
        Assert.Equal("Our servers", registry.Vendors.Single(vendor => vendor.Id == "aspnetcore").Name);
    }

    [Fact]
    public void An_id_that_is_nowhere_spelled_as_one_is_still_refused()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Categories:Research:Name", "Research")], [("CATEGORIES:RESEARCH:ORDER", "5")]));

        Assert.Contains("'Research' is not a valid id", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_one_layer_beside_a_text_of_another_is_reported()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Vendors:track:Countries", "EE")], [("VENDORS:TRACK:COUNTRIES:0", "DE")]));

        Assert.Contains("list", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    // As variables of the environment may be, or configurations that are chained into one layer.
    [Fact]
    public void A_list_beside_a_text_of_the_only_layer_is_reported()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Layered([("Vendors:track:Countries", "EE"), ("Vendors:track:Countries:0", "DE")], []));

        Assert.Contains("list", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    // Two layers, as JSON and the environment are.
    private static ConsentRegistry Layered((string Key, string Value)[] json, (string Key, string Value)[] environment) => Provider(new ConfigurationBuilder()
        .AddInMemoryCollection(Layer([("Vendors:track:Category", "analytics"), ("Vendors:track:Name", "Track"), ("Vendors:track:Purpose", "Tests"), .. json]))
        .AddInMemoryCollection(environment.Select(setting => KeyValuePair.Create($"CONSENT:{setting.Key}", (string?)setting.Value)))
        .Build()).GetRequiredService<ConsentRegistry>();

    private static Dictionary<string, string?> Layer(params (string Key, string Value)[] settings) => new(
        settings.Append(("Controller:Name", "Innovexus")).Append(("PrivacyPolicyPath", "/privacy")).Select(setting => KeyValuePair.Create($"Consent:{setting.Item1}", (string?)setting.Item2)));

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Consent");
}
