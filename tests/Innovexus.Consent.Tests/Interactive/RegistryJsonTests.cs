namespace Innovexus.Consent.Tests;

public class RegistryJsonTests
{
    [Fact]
    public void A_registry_arrives_as_it_was_sent()
    {
        var registry = Registries.Build(options =>
        {
            options.HasExternalSource = true;
            Registries.Declare(options);
            Registries.Vendor(options, "video", "functional", VendorRole.JointController, vendor =>
            {
                vendor.PolicyUrl = "https://video.example/privacy";
                vendor.Countries = ["US", "EE"];
                vendor.Transfer = "SCC";
                vendor.Revision = 3;
                vendor.AddCookie("v_*", "Keeps the place", TimeSpan.FromDays(30)).AddLocalStorage("v", "Keeps the volume");
            });
        });

        var sent = RegistryJson.Of(registry, new(TimeSpan.FromDays(90)), development: true, "_content/ic.css");
        var arrived = RegistryJson.Deserialize(sent.Serialize());

        Assert.Equal(TimeSpan.FromDays(90), arrived.Lifetime);
        Assert.True(arrived.Development);
        var read = arrived.ToRegistry();
        Assert.True(read.FollowsAccount);
        Assert.Equal(registry.Ids, read.Ids);
        Assert.Equal(registry.Categories.Select(Describe), read.Categories.Select(Describe));
        Assert.Equal(registry.Vendors.Select(Describe), read.Vendors.Select(Describe));
        Assert.Equal(registry.Vendors.SelectMany(vendor => vendor.Cookies), read.Vendors.SelectMany(vendor => vendor.Cookies));
    }

    [Fact]
    public void A_page_without_one_names_the_line_that_is_missing()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new AddConsentClientRegistry().Read());

        Assert.Contains("AddConsent there and place ConsentHead in App.razor", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddStandaloneConsent(", exception.Message, StringComparison.Ordinal);
    }

    private static object Describe(ConsentCategory category) => (category.Id, category.Name, category.Purpose, category.Order, category.Fingerprint);

    private static object Describe(ConsentVendor vendor) =>
        (vendor.Id, vendor.Name, vendor.Purpose, vendor.PolicyUrl, vendor.Role, vendor.SaleOrShare, string.Join(' ', vendor.Countries), vendor.Transfer);
}
