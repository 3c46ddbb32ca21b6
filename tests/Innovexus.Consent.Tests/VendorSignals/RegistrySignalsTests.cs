using System.Text.Json;

namespace Innovexus.Consent.Tests;

public class RegistrySignalsTests
{
    private static readonly ConsentRegistry Registry = Registries.Build(options =>
    {
        Registries.Declare(options);
        options.Signals.Add(new()
        {
            When = SignalMoment.Before,
            Form = SignalForm.PushArguments,
            Target = "dataLayer",
            Arguments = """["consent", "default", { "ad_storage": { "$granted": "marketing", "yes": "granted", "no": "denied" }, "region": ["EU", "CH"], "wait_for_update": { "$pending": 500 } }]""",
        });
        Registries.Vendor(options, "clarity", "analytics", configure: vendor => vendor
            .AddSignal(SignalMoment.Grant, SignalForm.Call, "clarity", """["consent", { "$granted": "." }]""")
            .AddSignal(SignalMoment.Grant, SignalForm.Call, "clarity", """["consent", { "$granted": "." }]"""));
    });

    [Fact]
    public void Where_nothing_is_said_there_is_nothing() => Assert.Null(Registries.Site.PageSignals);

    [Fact]
    public void What_is_said_twice_counts_once() => Assert.Equal(2, ForAll().GetProperty("signals").GetArrayLength());

    [Fact]
    public void The_site_says_first_what_it_has_to_say()
    {
        var signals = ForAll().GetProperty("signals");

        Assert.False(signals[0].TryGetProperty("id", out _));
        Assert.Equal(("dataLayer", "PushArguments", "Before"), (Text(signals[0], "target"), Text(signals[0], "form"), Text(signals[0], "when")));
        Assert.Equal("clarity", Text(signals[1], "id"));
    }

    [Fact]
    public void What_depends_on_the_visitor_names_an_id_and_both_answers()
    {
        var signals = ForAll().GetProperty("signals");
        var storage = signals[0].GetProperty("arguments")[2].GetProperty("ad_storage");
        var own = signals[1].GetProperty("arguments")[1];

        Assert.Equal(("marketing", "granted", "denied"), (Text(storage, "$granted"), Text(storage, "yes"), Text(storage, "no")));
        Assert.Equal(("clarity", true, false), (Text(own, "$granted"), own.GetProperty("yes").GetBoolean(), own.GetProperty("no").GetBoolean()));
    }

    [Fact]
    public void The_European_Union_stands_for_its_countries()
    {
        string[] regions = [.. ForAll().GetProperty("signals")[0].GetProperty("arguments")[2].GetProperty("region").EnumerateArray().Select(region => region.GetString()!)];

        Assert.Equal(28, regions.Length);
        Assert.Contains("IE", regions);
        Assert.Contains("CH", regions);
        Assert.DoesNotContain("EU", regions);
        Assert.DoesNotContain("GB", regions);
    }

    [Fact]
    public void Only_a_page_that_is_the_same_for_all_asks_to_wait()
    {
        Assert.Equal(500, ForAll().GetProperty("signals")[0].GetProperty("arguments")[2].GetProperty("wait_for_update").GetInt32());
        Assert.False(For(null).GetProperty("signals")[0].GetProperty("arguments")[2].TryGetProperty("wait_for_update", out _));
    }

    [Fact]
    public void A_page_knows_which_of_the_ids_are_granted_and_whether_the_visitor_has_decided()
    {
        var decided = For(Decisions.Decide(ConsentChoice.Only("clarity"), Registry));

        Assert.Equal((false, 0), (For(null).TryGetProperty("decided", out _), For(null).GetProperty("granted").GetArrayLength()));
        Assert.True(decided.GetProperty("decided").GetBoolean());
        Assert.Equal(["clarity"], decided.GetProperty("granted").EnumerateArray().Select(id => id.GetString()!));
    }

    [Fact]
    public void What_is_said_cannot_end_the_element_that_holds_it()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: vendor =>
            vendor.AddSignal(SignalMoment.Before, SignalForm.Set, "stats", """["</script><script>alert(1)</script>"]""")));

        Assert.DoesNotContain("</script", registry.PageSignals!.ForAll(), StringComparison.OrdinalIgnoreCase);
    }

    private static JsonElement ForAll() => JsonDocument.Parse(Registry.PageSignals!.ForAll()).RootElement;

    private static JsonElement For(ConsentDecision? decision) =>
        JsonDocument.Parse(Registry.PageSignals!.For(Decisions.Evaluate(decision, Registry), decision is not null)).RootElement;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
