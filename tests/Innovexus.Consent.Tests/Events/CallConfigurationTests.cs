using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent.Tests;

public class CallConfigurationTests
{
    [Fact]
    public void A_vendor_declares_how_it_hears_of_events_and_views()
    {
        var (vendor, problems) = Read(
            ("Events:Form", "call"), ("Events:Target", "stats.track"), ("Events:Arguments", """[{ "$event": "name" }]"""), ("PageView:Form", "PushArray"), ("PageView:Target", "_paq"), ("PageViews", "load"));

        Assert.Empty(problems);
        Assert.Equal(new VendorCall { Form = SignalForm.Call, Target = "stats.track", Arguments = """[{ "$event": "name" }]""" }, vendor.Events);
        Assert.Equal(new VendorCall { Form = SignalForm.PushArray, Target = "_paq" }, vendor.PageView);
        Assert.Equal(VendorPageViews.Load, vendor.PageViews);
    }

    [Fact]
    public void A_call_that_is_not_whole_says_what_it_needs() =>
        Assert.Contains("needs Form and Target", Assert.Single(Read(("Events:Form", "Call")).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_form_that_nobody_knows_is_reported_once() =>
        Assert.Contains("Did you mean 'Call'?", Assert.Single(Read(("Events:Form", "Cal"), ("Events:Target", "stats")).Problems).Message, StringComparison.Ordinal);

    private static (VendorOptions Vendor, IReadOnlyList<ConsentProblem> Problems) Read(params (string Key, string Value)[] settings)
    {
        var options = new ConsentOptions();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Consent:Vendors:stats:{setting.Key}", (string?)setting.Value))).Build();
        new ConsentSectionReader(options, configuration.GetSection("Consent"), new(null)).Read();
        return (options.Registry.Vendor("stats"), [.. options.Registry.Problems]);
    }
}
