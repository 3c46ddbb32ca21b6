using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Adding a vendor: what is declared, what wins over it, and what stops the start.</summary>
public class VendorCatalogueTests
{
    [Fact]
    public void One_line_declares_all_of_a_vendor()
    {
        var vendor = Declared.Vendor("meta-pixel", consent => consent.AddMetaPixel("123456789012345"));

        Assert.Equal(("Meta Pixel", "marketing", VendorRole.JointController, true), (vendor.Name, vendor.Category, vendor.Role, vendor.SaleOrShare));
        Assert.Equal(TimeSpan.FromDays(90), vendor.Cookies.Single(cookie => cookie.Name == "_fbp").Duration);
        Assert.Equal(VendorUses.Script | VendorUses.Connect, vendor.Origins.Single(origin => origin.Origin == "https://connect.facebook.net").Uses);
        Assert.Equal(["""["consent", "grant"]""", """["consent", "revoke"]"""], vendor.Signals.Select(signal => signal.Arguments));
    }

    [Theory]
    [InlineData("matomo", SignalForm.PushArray, "_paq", VendorPageViews.Load, true)]
    [InlineData("google-analytics", SignalForm.Call, "gtag", VendorPageViews.History, false)]
    [InlineData("mixpanel", SignalForm.Call, "mixpanel.track", VendorPageViews.None, false)]
    public void A_vendor_hears_of_events_and_page_views_in_its_own_form(string id, SignalForm form, string target, VendorPageViews views, bool isTold)
    {
        var vendor = Declared.Vendor(id);

        Assert.Equal((form, target), (vendor.Events!.Form, vendor.Events.Target));
        Assert.Equal((views, isTold), (vendor.PageViews, vendor.PageView is not null));
    }

    [Fact]
    public void A_cookie_of_the_vendors_own_domain_is_declared_and_never_cleared()
    {
        var registry = Declared.Registry(consent => consent.AddMetaPixel("123456789012345"));
        var state = ConsentState.Denied(registry);
        var vendor = registry.Vendors.Single(vendor => vendor.Id == "meta-pixel");

        Assert.True(vendor.Cookies.Single(cookie => cookie.Name == "fr").ThirdParty);
        var cleared = Assert.Single(VendorClearing.Describe(registry, state, [vendor])).Items.Select(item => item.Name);
        Assert.Contains("_fbp", cleared);
        Assert.DoesNotContain("fr", cleared);
        Assert.Empty(VendorClearing.Left(registry, state, ["fr"]));
    }

    [Fact]
    public void What_the_site_says_wins_over_the_catalogue_in_configuration_and_in_code()
    {
        var vendor = Declared.Vendor(
            "matomo",
            consent => consent.AddMatomo("stats.example.org", "7", vendor => vendor.Purpose = "Counts in code"),
            ("Consent:Vendors:matomo:Name", "Our Matomo"),
            ("Consent:Vendors:matomo:Purpose", "Counts in configuration"),
            ("Consent:Vendors:matomo:Cookies:_pk_id.*:Purpose", "Tells visits apart"));

        Assert.Equal(("Our Matomo", "Counts in code"), (vendor.Name, vendor.Purpose));
        Assert.Equal("Tells visits apart", vendor.Cookies.Single(cookie => cookie.Name == "_pk_id.*").Purpose);
        Assert.Contains(vendor.Cookies, cookie => cookie.Name == "_pk_ses.*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_vendor_that_the_site_declares_too_is_merged_whichever_comes_first_and_that_is_told(bool catalogueFirst)
    {
        Action<IConsentBuilder> declare = consent =>
        {
            consent = catalogueFirst ? consent.AddMatomo("stats.example.org", "7") : consent;
            consent = consent.AddVendor("matomo", "functional", vendor => vendor.Name = "Our Matomo");
            _ = catalogueFirst ? consent : consent.AddMatomo("stats.example.org", "7");
        };

        var vendor = Declared.Vendor("matomo", declare);
        var told = Declared.Told(declare);

        Assert.Equal(("Our Matomo", "functional", VendorRole.Processor), (vendor.Name, vendor.Category, vendor.Role));
        var (level, text) = Assert.Single(told);
        Assert.Equal(LogLevel.Information, level);
        Assert.Contains("'matomo' is in the catalogue and is declared by the site too", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_place_that_says_nothing_of_its_own_is_told_of_nothing() => Assert.Empty(Declared.Told(consent => consent.AddMatomo("stats.example.org", "7")));

    [Fact]
    public void An_unknown_id_stops_the_start_and_names_the_nearest() =>
        Assert.Equal(
            "Vendors:matom: The catalogue has no vendor 'matom'. Did you mean 'matomo'? Correct it, or declare it with AddVendor.",
            Assert.Single(Declared.Problems(consent => consent.AddVendorFromCatalogue("matom"))));

    [Theory]
    [InlineData("UA-12345-1", "It is an id of Universal Analytics, which Google has switched off: make a data stream of Google Analytics 4.")]
    [InlineData("GTM-ABC1234", "It begins as those for AddGoogleTagManager do.")]
    [InlineData("g-abcde12345", "'g-abcde12345' is no measurementId of Google Analytics. The measurement id of the web stream")]
    [InlineData("", "It has the form G-ABCDE12345.")]
    public void A_value_of_another_form_stops_the_start_and_says_where_the_right_one_is(string value, string said)
    {
        var problem = Assert.Single(Declared.Problems(consent => consent.AddGoogleAnalytics(value)));

        Assert.StartsWith("Vendors:google-analytics:measurementId: ", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_missing_or_unknown_stop_the_start() =>
        Assert.Equal(
            [
                "Vendors:matomo:host: The scripts of Matomo need a host. The host where Matomo answers, without https:// and without a path. It has the form example.matomo.cloud.",
                "Vendors:matomo:siteid: The scripts of Matomo know no siteid. Did you mean 'siteId'? They need: host, siteId.",
                "Vendors:matomo:siteId: The scripts of Matomo need a siteId. The number of the site in Matomo under Administration, Websites. It has the form 1.",
            ],
            Declared.Problems(consent => consent.AddVendorFromCatalogue("matomo", new Dictionary<string, string> { ["siteid"] = "1" })).Order(StringComparer.OrdinalIgnoreCase).ThenBy(text => text, StringComparer.Ordinal));

    [Fact]
    public void Two_different_values_for_one_vendor_stop_the_start() =>
        Assert.Contains("is added twice with different values", Assert.Single(Declared.Problems(consent => consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleAnalytics("G-ABCDE12346"))), StringComparison.Ordinal);

    [Fact]
    public void Adding_a_vendor_once_more_only_changes_it()
    {
        var vendor = Declared.Vendor("matomo", consent => consent.AddMatomo("stats.example.org", "7").AddVendorFromCatalogue("matomo", vendor => vendor.Revision = 2));

        Assert.Equal(2, vendor.Revision);
        Assert.NotEmpty(vendor.Scripts);
        Assert.Equal(vendor.Cookies.Count, vendor.Cookies.Distinct().Count());
    }

    [Fact]
    public void A_signal_for_a_vendor_that_is_not_declared_stops_the_start() =>
        Assert.Contains(
            "There is no category or vendor 'google-adz'. Did you mean 'google-ads'?",
            Assert.Single(Declared.Problems(consent => consent.AddGoogleAds("AW-123456789").AddGoogleConsentMode(mode => mode.AdStorage = "google-adz"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("google-adsense")]
    [InlineData("google-ad-manager")]
    public void Googles_ads_are_warned_of(string id)
    {
        var (level, text) = Assert.Single(Declared.Told(consent => consent.AddVendorFromCatalogue(id)));

        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("a consent management platform that Google has certified", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_beside_the_tag_manager_is_warned_of()
    {
        var (level, text) = Assert.Single(Declared.Told(consent => consent.AddGoogleTagManager("GTM-ABC1234").AddGoogleAnalytics("G-ABCDE12345")));

        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("Google Tag Manager is added, and so is google-analytics.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_without_a_server_declares_too()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStandaloneConsent(options =>
        {
            options.Controller = new() { Name = "Example Ltd" };
            options.PrivacyPolicyPath = "/privacy";
        })
        .AddMatomo("stats.example.org", "7").AddVendorFromCatalogue("google-adsense").AddVendor("matomo", "functional", vendor => vendor.Name = "Our Matomo");

        Assert.True(services.BuildServiceProvider().GetRequiredService<ConsentRegistry>().TryGetVendor("matomo", out var vendor));
        Assert.Equal("Our Matomo", vendor.Name);
    }

    [Fact]
    public void A_client_project_declares_nothing() =>
        Assert.Contains(
            "A client project declares nothing",
            Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddConsentClient().AddMatomo("stats.example.org", "7")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_vendor_that_sends_when_it_is_told_to_stop_is_dropped_without_a_word()
    {
        var dropped = EntryFile.All.Where(file => file.Json.Text("withdrawal") == "drop").ToArray();

        Assert.NotEmpty(dropped);
        Assert.All(dropped, file => Assert.DoesNotContain(Declared.Vendor(file.Id).Signals, signal => signal.When == SignalMoment.Revoke));
    }
}
