using System.Collections;
using System.Reflection;

namespace Innovexus.Consent.Tests;

public class RegistryJsonTests
{
    private static readonly ConsentRulesOptions Departures = new ConsentRulesOptions { StrictestEverywhere = true, OptInUnder18 = true, ExternalPrecedence = ConsentPrecedence.ExternalFirst }
        .SetModel("US-CA", "analytics", ConsentModel.OptIn).SetModel("GB", "analytics", ConsentModel.ExemptWithObjection).SetLifetime("FR", TimeSpan.FromDays(200));

    // Everything that a site can declare, none of it as it is without.
    private static readonly ConsentRegistry Registry = Registries.Build(options =>
    {
        options.PreferencesPath = "/cookies";
        options.PrivacyChoicesPath = "/choices";
        options.PolicyVersions.Add(new() { Id = "2026-11", Effective = new DateOnly(2026, 11, 1), Summary = "We keep logs for a week.", Material = true });
        options.Controller = new() { Name = "Innovexus", Contact = "privacy@example.com" };
        options.Signals.Add(new() { When = SignalMoment.Change, Form = SignalForm.PushArguments, Target = "dataLayer", Arguments = """["consent"]""" });
        options.Registry.DeclareCategory("research", category => (category.Name, category.Purpose, category.Order) = ("Research", "Finds things out", 7));
        Registries.Vendor(options, "video", "research", VendorRole.JointController, vendor =>
        {
            vendor.PolicyUrl = "https://video.example/privacy";
            vendor.SaleOrShare = true;
            vendor.SensitiveData = true;
            vendor.Countries = ["US", "EE"];
            vendor.Transfer = "SCC";
            vendor.Revision = 3;
            vendor.AddSignal(SignalMoment.Revoke, SignalForm.PushArray, "video.queue", """["stop"]""");
            vendor.Events = new() { Form = SignalForm.PushArray, Target = "video.queue", Arguments = """[{ "$event": "name" }]""" };
            vendor.PageView = new() { Form = SignalForm.PushItems, Target = "video.queue", Arguments = """["view"]""" };
            vendor.PageViews = VendorPageViews.Load;
            vendor.AddOrigin("https://video.example", VendorUses.Script | VendorUses.Frame);
            vendor.Add(new() { Name = "v", Kind = StorageKind.LocalStorage, Duration = TimeSpan.FromDays(30), Purpose = "Keeps the volume", Domain = "example.com", Path = "/v", HttpOnly = true, OptOut = true, ThirdParty = true });
            vendor.Scripts.Add(new() { Src = "https://video.example/player.js", Code = "video()", Attributes = new Dictionary<string, string?> { ["async"] = null, ["data-id"] = "1" } });
        });
    });

    [Fact]
    public void Every_property_of_what_is_declared_arrives_as_it_was_sent()
    {
        var arrived = Arrived(Registry, new());

        AssertSame(Registry, arrived.ToRegistry(), "registry");
        // What the sample leaves out would not be seen missing.
        Assert.True(Registry.TryGetVendor("video", out var vendor));
        AssertSet(vendor);
        AssertSet(vendor.Cookies[0]);
        AssertSet(vendor.Origins[0]);
        AssertSet(vendor.Signals[0]);
        AssertSet(vendor.Scripts[0]);
        AssertSet(vendor.Events!);
        AssertSet(vendor.PageView!);
        AssertSet(Registry.Signals[0]);
        AssertSet(Registry.PolicyVersions[0]);
        AssertSet(Registry.Controller);
        Assert.True(Registry.TryGetCategory("research", out var category));
        AssertSet(category, nameof(ConsentCategory.IsNecessary));
    }

    [Fact]
    public void Every_property_of_the_rules_arrives_and_they_answer_as_on_the_server()
    {
        var rules = new ConsentRules(TimeSpan.FromDays(90), Departures);

        var arrived = Arrived(Registry, rules).Rules.ToRules();

        AssertSame(rules, arrived, "rules");
        AssertSet(rules);
        Assert.True(Registry.TryGetCategory("analytics", out var analytics));
        Assert.Equal((ConsentModel.OptIn, ConsentModel.ExemptWithObjection), (arrived.GetModel("US-CA", analytics), arrived.GetModel("GB", analytics)));
        Assert.Equal(TimeSpan.FromDays(200), arrived.GetLifetime("FR"));
    }

    [Fact]
    public void Countries_have_the_names_that_the_server_gave_them()
    {
        var text = RegistryJson.Of(Registry, new(), development: false, "_content/ic.css").Serialize().Replace("Estonia", "Eesti", StringComparison.Ordinal);

        Assert.True(RegistryJson.Deserialize(text).ToRegistry().TryGetVendor("video", out var vendor));

        Assert.Equal("United States, Eesti (SCC)", vendor.Places);
    }

    [Fact]
    public void What_is_not_declared_arrives_as_that()
    {
        AssertSame(Registries.Site, Arrived(Registries.Site, new()).ToRegistry(), "registry");
        AssertSame(new ConsentRules(TimeSpan.FromDays(90), new()), Arrived(Registries.Site, new(TimeSpan.FromDays(90), new())).Rules.ToRules(), "rules");
    }

    [Fact]
    public void Whether_a_choice_follows_the_account_and_whether_mistakes_are_shown_arrives()
    {
        var registry = new ConsentRegistry(Registry.Controller, "/privacy", null, null, [], Registry.Categories) { FollowsAccount = true };

        var arrived = RegistryJson.Deserialize(RegistryJson.Of(registry, new(), development: true, "_content/ic.css").Serialize());

        Assert.Equal((true, true, "_content/ic.css"), (arrived.Development, arrived.ToRegistry().FollowsAccount, arrived.Style));
    }

    [Fact]
    public void A_page_without_one_names_the_line_that_is_missing()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new AddConsentClientRegistry().Read());

        Assert.Contains("AddConsent there and place ConsentHead in App.razor", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddStandaloneConsent(", exception.Message, StringComparison.Ordinal);
    }

    private static RegistryJson Arrived(ConsentRegistry registry, ConsentRules rules) =>
        RegistryJson.Deserialize(RegistryJson.Of(registry, rules, development: false, "_content/ic.css").Serialize());

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract");

    private static void AssertSame(object? sent, object? arrived, string path)
    {
        if (sent is null || arrived is null || sent is string or ValueType)
        {
            Assert.True(Equals(sent, arrived), $"{path}: {sent} arrived as {arrived}.");
            return;
        }

        if (sent is IEnumerable items)
        {
            object?[] all = [.. items.Cast<object?>()], others = [.. ((IEnumerable)arrived).Cast<object?>()];
            Assert.True(all.Length == others.Length, $"{path}: {others.Length} of {all.Length} arrived.");
            for (var i = 0; i < all.Length; i++)
            {
                AssertSame(all[i], others[i], $"{path}[{i}]");
            }

            return;
        }

        foreach (var property in Properties(sent.GetType()))
        {
            AssertSame(property.GetValue(sent), property.GetValue(arrived), $"{path}.{property.Name}");
        }
    }

    private static void AssertSet(object declared, params string[] except)
    {
        foreach (var property in Properties(declared.GetType()).Where(property => !except.Contains(property.Name)))
        {
            var value = property.GetValue(declared);
            var unset = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            Assert.False(Equals(value, unset) || (value is IEnumerable items and not string && !items.Cast<object>().Any()), $"{declared.GetType().Name}.{property.Name} is not set in the sample.");
        }
    }
}
