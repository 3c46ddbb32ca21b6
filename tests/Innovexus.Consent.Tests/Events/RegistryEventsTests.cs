using System.Text.Json;

namespace Innovexus.Consent.Tests;

public class RegistryEventsTests
{
    [Fact]
    public void Where_only_signals_are_said_a_page_holds_nothing_of_events()
    {
        var said = Build(vendor => vendor.AddSignal(SignalMoment.Revoke, SignalForm.Call, "stats.stop")).PageSignals!;

        Assert.Equal((true, false), (said.HasSignals, said.HasEvents));
        Assert.DoesNotContain("events", said.ForAll(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_events_are_said_nothing_is_said_first()
    {
        var said = Build(vendor => vendor.Events = Call("stats.track", """["</script>", { "$event": "name" }]""")).PageSignals!;

        Assert.Equal((false, true, false), (said.HasSignals, said.HasEvents, said.SpeaksFirst));
        Assert.DoesNotContain("</script", said.ForAll(), StringComparison.Ordinal);
        var call = Assert.Single(Events(said));
        Assert.Equal(("stats", "Call", "stats.track"), (Text(call, "id"), Text(call, "form"), Text(call, "target")));
        Assert.Equal("name", Text(call.GetProperty("arguments")[1], "$event"));
        Assert.False(call.TryGetProperty("views", out _));
    }

    [Theory]
    [InlineData(VendorPageViews.None)]
    [InlineData(VendorPageViews.Load)]
    public void A_page_view_says_which_views_the_vendor_counts_itself(VendorPageViews views)
    {
        var said = Build(vendor => (vendor.PageView, vendor.PageViews) = (Call("stats.view"), views)).PageSignals!;

        Assert.Equal(views.ToString(), Text(Assert.Single(Events(said)), "views"));
    }

    [Fact]
    public void Who_follows_the_history_is_told_of_no_view() =>
        Assert.Null(Build(vendor => (vendor.PageView, vendor.PageViews) = (Call("stats.view"), VendorPageViews.History)).PageSignals);

    private static ConsentRegistry Build(Action<VendorOptions> configure) => Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: configure));

    private static VendorCall Call(string target, string arguments = "[]") => new() { Form = SignalForm.Call, Target = target, Arguments = arguments };

    private static IEnumerable<JsonElement> Events(RegistrySignals said) => JsonDocument.Parse(said.ForAll()).RootElement.GetProperty("events").EnumerateArray();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
