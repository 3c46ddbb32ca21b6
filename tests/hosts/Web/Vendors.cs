using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>The vendors of every test host.</summary>
internal static class Vendors
{
    public static IConsentBuilder AddTestVendors(this IConsentBuilder consent) => consent
        .AddVendor("one", "analytics", vendor => Describe(vendor, "One"))
        .AddVendor("two", "functional", vendor => Describe(vendor, "Two"))
        .AddVendor("three", "marketing", vendor =>
        {
            Describe(vendor, "Three");
            vendor.Role = VendorRole.ThirdParty;
        })
        .AddVendor("video", "functional", vendor => Describe(vendor, "Video"));

    public static void Describe(VendorOptions vendor, string name)
    {
        vendor.Name = name;
        vendor.Purpose = $"Tests what {name} does";
        vendor.Role = VendorRole.Processor;
    }
}
