using Innovexus.Consent;

namespace Innovexus.Site.ThirdParties;

/// <summary>Where the vendors of appsettings.json are fetched from; in code, since the stand-ins' port is not fixed.</summary>
internal static class ThirdPartyOrigins
{
    public static IConsentBuilder AddOrigins(this IConsentBuilder consent, ThirdPartyHost thirdParties) => consent
        .AddVendor("signalbox", "analytics", vendor => vendor.AddOrigin(thirdParties.Analytics, VendorUses.Script | VendorUses.Connect))
        .AddVendor("adreach", "marketing", vendor => vendor.AddOrigin(thirdParties.Ads, VendorUses.Script | VendorUses.Image))
        .AddVendor("reelhouse", "functional", vendor => vendor.AddOrigin(thirdParties.Video, VendorUses.Frame))
        .AddVendor("helpline", "functional", vendor => vendor.AddOrigin(thirdParties.Support, VendorUses.Script));
}
