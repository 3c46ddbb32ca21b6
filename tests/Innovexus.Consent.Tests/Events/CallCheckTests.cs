namespace Innovexus.Consent.Tests;

public class CallCheckTests
{
    [Theory]
    [InlineData("""["event", { "$event": "name" }, { "$event": "parameters" }]""")]
    [InlineData("""[{ "deep": [{ "$event": "url" }, { "$event": "title" }, { "$event": "referrer" }] }]""")]
    [InlineData("[]")]
    public void An_event_may_be_said_with_all_that_is_known_of_it(string arguments) => Assert.Empty(Problems(vendor => vendor.Events = Call(arguments: arguments)));

    [Fact]
    public void A_page_view_has_no_name() =>
        Assert.Contains("There is no 'name' here. Use one of: url, title, referrer.", Message(vendor => vendor.PageView = Call(arguments: """[["trackPageView", { "$event": "name" }]]""")), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_nobody_knows_names_the_nearest() =>
        Assert.Contains("Did you mean 'parameters'?", Message(vendor => vendor.Events = Call(arguments: """[{ "$event": "parameter" }]""")), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_is_no_text_is_refused() => Assert.Contains("'7'", Message(vendor => vendor.Events = Call(arguments: """[{ "$event": 7 }]""")), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_set_is_no_event() => Assert.Contains("Call, PushArray, PushItems, PushArguments.", Message(vendor => vendor.Events = Call(SignalForm.Set)), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_global_name_is_refused() => Assert.Contains("without parentheses", Message(vendor => vendor.Events = Call(target: "track()")), StringComparison.Ordinal);

    [Fact]
    public void Arguments_are_a_JSON_array() => Assert.Contains("are no JSON array", Message(vendor => vendor.PageView = Call(arguments: "{}")), StringComparison.Ordinal);

    [Fact]
    public void Only_who_is_granted_hears_of_an_event() =>
        Assert.Contains("$granted has nothing to tell", Message(vendor => vendor.Events = Call(arguments: """[{ "$granted": "." }]""")), StringComparison.Ordinal);

    [Fact]
    public void A_signal_knows_of_no_event() =>
        Assert.Contains("$event has nothing to tell", Message(vendor => vendor.AddSignal(SignalMoment.Grant, SignalForm.PushArray, "stats", """[{ "$event": "name" }]""")), StringComparison.Ordinal);

    [Fact]
    public void A_way_of_counting_that_nobody_knows_is_refused() => Assert.Contains("None, Load, History", Message(vendor => vendor.PageViews = (VendorPageViews)9), StringComparison.Ordinal);

    [Fact]
    public void A_problem_names_its_place() => Assert.Equal("Vendors:stats:Events", Assert.Single(Problems(vendor => vendor.Events = Call(arguments: ""))).Path);

    private static VendorCall Call(SignalForm form = SignalForm.Call, string target = "stats.track", string arguments = "[]") => new() { Form = form, Target = target, Arguments = arguments };

    private static string Message(Action<VendorOptions> configure) => Assert.Single(Problems(configure)).Message;

    private static IReadOnlyList<ConsentProblem> Problems(Action<VendorOptions> configure)
    {
        try
        {
            Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: configure));
            return [];
        }
        catch (ConsentConfigurationException exception)
        {
            return exception.Problems;
        }
    }
}
