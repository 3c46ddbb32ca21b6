namespace Innovexus.Consent.Tests;

public class CategoryFingerprintTests
{
    [Fact]
    public void Fingerprint_follows_what_is_material_and_never_the_wording()
    {
        var before = Fingerprint(_ => { });

        Assert.Equal(before, Fingerprint(vendor => vendor.Purpose = "Other words"));
        Assert.Equal(before, Fingerprint(vendor => vendor.PolicyUrl = "https://elsewhere.example"));
        Assert.Equal(before, Fingerprint(vendor => vendor.AddCookie("x", "y")));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Role = VendorRole.FirstParty));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.SaleOrShare = true));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.SensitiveData = true));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Countries = ["US"]));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Transfer = "SCC"));
        Assert.NotEqual(before, Fingerprint(vendor => vendor.Revision = 2));
        Assert.Equal(
            Fingerprint(vendor => vendor.Countries = ["US", "IE"]),
            Fingerprint(vendor => vendor.Countries = ["IE", "US"]));
        Assert.Matches("^[A-Z]{4}$", before);

        static string Fingerprint(Action<VendorOptions> change)
        {
            var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", VendorRole.Processor, change));
            return registry.Categories.Single(category => category.Id == "analytics").Fingerprint;
        }
    }
}
