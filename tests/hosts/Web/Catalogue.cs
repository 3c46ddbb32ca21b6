namespace Innovexus.Consent.Hosts.Web;

/// <summary>Vendors from the catalogue; only where the test asks for them.</summary>
internal static class Catalogue
{
    public static IConsentBuilder AddTestCatalogue(this IConsentBuilder consent, IConfiguration configuration) => configuration["Catalogue"] switch
    {
        "on" => consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleAds("AW-123456789"),
        "pixels" => consent.AddMetaPixel("123456789012345").AddTikTokPixel("C4ABCDEFGHIJKLMNOPQR").AddPinterestTag("2612345678901")
            .AddMicrosoftClarity("abcdefghij").AddMicrosoftAdvertising("123456789").AddMatomo("stats.example.org", "1"),
        _ => consent,
    };
}
