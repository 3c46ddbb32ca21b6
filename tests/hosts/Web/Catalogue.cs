namespace Innovexus.Consent.Hosts.Web;

/// <summary>Vendors from the catalogue; only where the test asks for them.</summary>
internal static class Catalogue
{
    public static IConsentBuilder AddTestCatalogue(this IConsentBuilder consent, IConfiguration configuration) => configuration["Catalogue"] == "on"
        ? consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleAds("AW-123456789")
        : consent;
}
