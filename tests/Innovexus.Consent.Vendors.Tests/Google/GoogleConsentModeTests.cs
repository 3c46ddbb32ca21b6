using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What Google's tags are told, as signals.</summary>
public class GoogleConsentModeTests
{
    // A second voice with a verdict of its own would have the last word.
    [Fact]
    public void No_tag_that_reads_it_says_it_by_itself() =>
        Assert.All(GoogleConsentMode.Readers, id => Assert.DoesNotContain(Declared.Vendor(id).Signals, signal => signal.Target == "dataLayer"));

    [Fact]
    public void All_seven_types_are_said_first_and_with_each_decision()
    {
        var signals = Signals(consent => consent.AddGoogleConsentMode());

        Assert.Equal(
            [(SignalMoment.Before, "consent default"), (SignalMoment.Before, "set ads_data_redaction"), (SignalMoment.Change, "consent update")],
            signals.Select(signal => (signal.When, Words(signal))));
        Assert.All(signals, signal => Assert.Equal((SignalForm.PushArguments, "dataLayer"), (signal.Form, signal.Target)));
        string[] types = ["ad_storage marketing", "ad_user_data marketing", "ad_personalization marketing", "analytics_storage analytics", "functionality_storage functional", "personalization_storage functional", "security_storage granted"];
        Assert.Equal([.. types, "wait_for_update"], Types(signals[0]));
        Assert.Equal(types, Types(signals[2]));
    }

    [Fact]
    public void Each_type_follows_what_the_site_says()
    {
        var signals = Signals(consent => consent.AddGoogleAds("AW-123456789").AddGoogleConsentMode(mode =>
        {
            mode.AdStorage = mode.AdUserData = "google-ads";
            mode.AdPersonalization = mode.AnalyticsStorage = mode.FunctionalityStorage = mode.PersonalizationStorage = "marketing";
            mode.AdsDataRedaction = false;
            mode.UrlPassthrough = true;
        }));

        Assert.Equal(["consent default", "set url_passthrough", "consent update"], signals.Select(Words));
        Assert.Equal(
            ["ad_storage google-ads", "ad_user_data google-ads", "ad_personalization marketing", "analytics_storage marketing", "functionality_storage marketing", "personalization_storage marketing", "security_storage granted"],
            Types(signals[2]));
    }

    [Fact]
    public void A_vendor_goes_before_its_category_where_it_is_declared() =>
        Assert.Equal(
            ["ad_storage google-ads", "ad_user_data google-ads", "ad_personalization google-ads", "analytics_storage google-analytics"],
            Types(Signals(consent => consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleAds("AW-123456789"))[0]).Take(4));

    [Fact]
    public void A_vendor_of_Googles_brings_it_once() =>
        Assert.Single(Signals(consent => consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleAds("AW-123456789")), signal => signal.When == SignalMoment.Change);

    [Fact]
    public void Other_vendors_do_not() => Assert.Empty(Signals(consent => consent.AddMetaPixel("123456789012345")));

    [Fact]
    public void A_site_that_says_it_in_its_own_words_is_left_alone()
    {
        var own = new VendorSignal { When = SignalMoment.Before, Form = SignalForm.PushArguments, Target = "dataLayer", Arguments = """["consent", "default", { "ad_storage": "denied" }]""" };

        var signals = Signals(consent => consent.AddGoogleAnalytics("G-ABCDE12345").Services.Configure<ConsentOptions>(options => options.Signals.Add(own)));

        Assert.Equal([own], signals);
    }

    [Fact]
    public void What_the_site_says_besides_comes_after_the_default()
    {
        var own = new VendorSignal { When = SignalMoment.Before, Form = SignalForm.PushItems, Target = "dataLayer", Arguments = """[{ "event": "site" }]""" };

        var signals = Signals(consent => consent.AddGoogleAnalytics("G-ABCDE12345").Services.Configure<ConsentOptions>(options => options.Signals.Add(own)));

        Assert.Equal("consent default", Words(signals[0]));
        Assert.Contains(own, signals);
    }

    [Fact]
    public void Advanced_mode_is_warned_of()
    {
        var (level, text) = Assert.Single(Declared.Told(consent => consent.AddGoogleConsentMode(mode => mode.Advanced = true)));

        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("load for every visitor", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_union_in_a_list_of_regions_stands_for_its_countries()
    {
        var registry = Declared.Registry(consent => consent.Services.Configure<ConsentOptions>(options => options.Signals.Add(new()
        {
            When = SignalMoment.Before,
            Form = SignalForm.PushArguments,
            Target = "dataLayer",
            Arguments = """["consent", "default", { "ad_storage": "denied", "region": ["EU", "US-CA"] }]""",
        })));

        using var page = JsonDocument.Parse(registry.PageSignals!.ForAll());
        string[] regions = [.. page.RootElement.GetProperty("signals")[0].GetProperty("arguments")[2].GetProperty("region").EnumerateArray().Select(region => region.GetString()!)];
        Assert.Equal(28, regions.Length);
        Assert.Contains("DE", regions);
        Assert.Contains("US-CA", regions);
        Assert.DoesNotContain("EU", regions);
    }

    private static IReadOnlyList<VendorSignal> Signals(Action<IConsentBuilder> declare) => Declared.Registry(declare).Signals;

    private static string Words(VendorSignal signal)
    {
        using var json = JsonDocument.Parse(signal.Arguments);
        return $"{json.RootElement[0]} {json.RootElement[1]}";
    }

    private static IEnumerable<string> Types(VendorSignal signal)
    {
        using var json = JsonDocument.Parse(signal.Arguments);
        return
        [
            .. json.RootElement[2].EnumerateObject().Select(type => type.Value.ValueKind == JsonValueKind.String ? $"{type.Name} {type.Value}"
                : type.Value.TryGetProperty("$granted", out var id) ? $"{type.Name} {id}" : type.Name),
        ];
    }
}
