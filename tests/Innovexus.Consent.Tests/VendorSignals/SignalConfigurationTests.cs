using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class SignalConfigurationTests
{
    [Fact]
    public void A_vendor_and_the_site_declare_signals_by_name()
    {
        var registry = Read(
            ("Vendors:stats:Signals:given:When", "Grant"), ("Vendors:stats:Signals:given:Form", "pusharray"), ("Vendors:stats:Signals:given:Target", "_paq"),
            ("Vendors:stats:Signals:given:Arguments", "[\"setConsentGiven\"]"),
            ("Signals:first:When", "Before"), ("Signals:first:Form", "Set"), ("Signals:first:Target", "quiet"), ("Signals:first:Arguments", "[true]"));

        Assert.True(registry.TryGetVendor("stats", out var stats));
        Assert.Equal(new VendorSignal { When = SignalMoment.Grant, Form = SignalForm.PushArray, Target = "_paq", Arguments = "[\"setConsentGiven\"]" }, Assert.Single(stats.Signals));
        Assert.Equal(new VendorSignal { When = SignalMoment.Before, Form = SignalForm.Set, Target = "quiet", Arguments = "[true]" }, Assert.Single(registry.Signals));
    }

    [Fact]
    public void A_signal_that_is_not_whole_says_what_it_needs()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Read(("Vendors:stats:Signals:given:When", "Grant")));

        Assert.Contains("Consent:Vendors:stats:Signals:given: A signal needs When, Form and Target", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_that_nobody_knows_is_reported_once()
    {
        var exception = Assert.Throws<ConsentConfigurationException>(() => Read(("Vendors:stats:Signals:given:When", "Granted"), ("Vendors:stats:Signals:given:Form", "Call"), ("Vendors:stats:Signals:given:Target", "stats.grant")));

        Assert.Contains("Did you mean 'Grant'?", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_of_an_objection_is_one_in_configuration_too()
    {
        var registry = Read(("Vendors:stats:Cookies:optout:Purpose", "Remembers your objection"), ("Vendors:stats:Cookies:optout:OptOut", "true"));

        Assert.True(registry.TryGetVendor("stats", out var stats));
        Assert.True(Assert.Single(stats.Cookies).OptOut);
    }

    private static ConsentRegistry Read(params (string Key, string Value)[] settings)
    {
        (string, string)[] all =
        [
            ("Controller:Name", "Innovexus"), ("PrivacyPolicyPath", "/privacy"), ("Vendors:stats:Category", "analytics"), ("Vendors:stats:Name", "Stats"),
            ("Vendors:stats:Purpose", "Counts"), .. settings,
        ];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all.Select(setting => KeyValuePair.Create($"Consent:{setting.Item1}", (string?)setting.Item2))).Build();
        var services = new ServiceCollection();
        services.AddStandaloneConsent(configuration.GetSection("Consent"));
        return services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();
    }
}
