namespace Innovexus.Consent.Tests;

public class VendorClearingTests
{
    private static readonly ConsentRegistry Registry = Registries.Build(options =>
    {
        Registries.Vendor(options, "stats", "analytics", configure: vendor =>
        {
            vendor.AddCookie("_s_*", "Counts");
            vendor.AddLocalStorage("stats", "Counts");
        });
        Registries.Vendor(options, "tags", "marketing", configure: vendor => vendor.Add(new() { Name = "_s_shared", Purpose = "Shared", Domain = "a.example", Path = "/shop" }));
        Registries.Vendor(options, "plain", "functional");
    });

    [Fact]
    public void Names_what_every_denied_vendor_declares()
    {
        var state = Decisions.Evaluate(null, Registry);

        var clear = VendorClearing.Describe(Registry, state, VendorClearing.Denied(Registry, state));

        Assert.Equal(["stats", "tags"], clear.Select(vendor => vendor.Id));
        Assert.Equal([("Cookie", "_s_*"), ("LocalStorage", "stats")], clear[0].Items.Select(item => (item.Kind, item.Name)));
        Assert.Equal(("a.example", "/shop"), (clear[1].Items[0].Domain, clear[1].Items[0].Path));
        Assert.All(clear.SelectMany(vendor => vendor.Items), item => Assert.Null(item.Keep));
    }

    [Fact]
    public void Keeps_what_a_granted_vendor_declares_too()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("marketing"), Registry), Registry);

        var clear = VendorClearing.Describe(Registry, state, VendorClearing.Denied(Registry, state));

        Assert.Equal(["_s_shared"], clear.Single().Items[0].Keep);
    }

    [Fact]
    public void A_name_that_is_stored_encoded_is_cleared_and_kept_as_what_it_says()
    {
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.AddCookie("AMCV_*@AdobeOrg", "Counts"));
            Registries.Vendor(options, "tags", "marketing", configure: vendor => vendor.AddCookie("AMCV_7*%40AdobeOrg", "Tags"));
        });
        string[] names = ["AMCV_6%40AdobeOrg", "AMCV_7%40AdobeOrg", "AMCV_7@AdobeOrg", "AMCV_6%40Other"];

        Assert.Equal(["stats", "tags"], VendorClearing.Left(registry, Decisions.Evaluate(null, registry), names).Select(vendor => vendor.Id));
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.Only("marketing"), registry), registry);
        Assert.True(registry.TryGetVendor("stats", out var stats));
        Assert.Equal(["AMCV_6%40AdobeOrg", "AMCV_7@AdobeOrg"], names.Where(name => VendorClearing.IsCleared(registry, state, stats.Cookies[0], name)));
        Assert.Equal(["AMCV_7*%40AdobeOrg"], VendorClearing.Describe(registry, state, [stats]).Single().Items[0].Keep);
    }

    [Fact]
    public void Keeps_a_vendors_own_mark_of_an_objection()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor
            .AddLocalStorage("stats_*", "Counts")
            .Add(new() { Name = "stats_opt_out", Kind = StorageKind.LocalStorage, OptOut = true, Purpose = "Remembers your objection" })
            .Add(new() { Name = "stats_objected", OptOut = true, Purpose = "Remembers your objection" })));
        var state = Decisions.Evaluate(null, registry);

        var item = Assert.Single(VendorClearing.Describe(registry, state, VendorClearing.Denied(registry, state)).Single().Items);

        Assert.Equal(("stats_*", "stats_opt_out"), (item.Name, item.Keep!.Single()));
        Assert.Empty(VendorClearing.Left(registry, state, ["stats_objected"]));
    }

    [Fact]
    public void Leaves_what_only_has_the_name_of_a_cookie_on_the_vendors_own_domain()
    {
        var registry = Registries.Build(options =>
        {
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor
                .AddCookie("stats", "Counts")
                .Add(new() { Name = "session", Domain = "stats.example", ThirdParty = true, Purpose = "Recognises you" }));
            // What the site needs may have that name too.
            Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("session", "Holds the cart"));
        });
        var state = Decisions.Evaluate(null, registry);

        Assert.Equal("stats", Assert.Single(VendorClearing.Describe(registry, state, VendorClearing.Denied(registry, state)).Single().Items).Name);
        Assert.Empty(VendorClearing.Left(registry, state, ["session"]));
    }

    [Fact]
    public void Names_nothing_where_all_is_granted()
    {
        var state = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll, Registry), Registry);

        Assert.Empty(VendorClearing.Describe(Registry, state, VendorClearing.Denied(Registry, state)));
    }
}
