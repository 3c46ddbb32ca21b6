using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>The vendors of every test host; they hear of events only where the test asks for it.</summary>
internal static class Vendors
{
    public static IConsentBuilder AddTestVendors(this IConsentBuilder consent, IConfiguration configuration)
    {
        var hear = configuration["Events"] == "on";
        return consent
            .AddVendor("one", "analytics", vendor => Describe(vendor, "One", hear ? Events.CountLoad : null))
            .AddVendor("two", "functional", vendor => Describe(vendor, "Two", hear ? Events.FollowHistory : null))
            .AddVendor("three", "marketing", vendor =>
            {
                Describe(vendor, "Three", hear ? Events.CountNothing : null);
                vendor.Role = VendorRole.ThirdParty;
            })
            .AddVendor("video", "functional", vendor => Describe(vendor, "Video"));
    }

    public static void Describe(VendorOptions vendor, string name, Action<VendorOptions>? more = null)
    {
        vendor.Name = name;
        vendor.Purpose = $"Tests what {name} does";
        vendor.Role = VendorRole.Processor;
        more?.Invoke(vendor);
    }
}
