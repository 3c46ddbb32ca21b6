// Written from the catalogue by Innovexus.Consent.Vendors.Tests (VendorPagesTests); do not edit.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What each page about a vendor tells to write.</summary>
internal static class VendorPageLines
{
    public static IReadOnlyList<(string[] Vendors, Action<WebApplicationBuilder> Add)> All { get; } =
    [
        (["adobe-web-sdk"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("adobe-web-sdk", new Dictionary<string, string> { ["datastreamId"] = "01234567-89ab-cdef-0123-456789abcdef", ["orgId"] = "0123456789ABCDEF01234567@AdobeOrg" });
        }),
        (["amazon-ads"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddAmazonAds("01234567-89ab-cdef-0123-456789abcdef", "EU");
        }),
        (["amplitude"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddAmplitude("0123456789abcdef0123456789abcdef", "EU");
        }),
        (["application-insights"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddApplicationInsights("InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/");
        }),
        (["recaptcha", "hcaptcha", "turnstile"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("recaptcha", new Dictionary<string, string> { ["siteKey"] = "6LeABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789a" })
                .AddVendorFromCatalogue("hcaptcha")
                .AddVendorFromCatalogue("turnstile");
        }),
        (["datadog-rum"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("datadog-rum", new Dictionary<string, string> { ["applicationId"] = "01234567-89ab-cdef-0123-456789abcdef", ["clientToken"] = "pub0123456789abcdef0123456789abcdef", ["site"] = "datadoghq.eu", ["region"] = "eu1", ["service"] = "my-site" });
        }),
        (["fullstory"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddFullstory("o-ABC123-na1");
        }),
        (["google-ads", "google-marketing-platform"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddGoogleAds("AW-123456789")
                .AddVendorFromCatalogue("google-marketing-platform", new Dictionary<string, string> { ["advertiserId"] = "DC-1234567" });
        }),
        (["google-adsense", "google-ad-manager"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddGoogleAdSense("ca-pub-1234567890123456")
                .AddVendorFromCatalogue("google-ad-manager");
        }),
        (["google-analytics"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddGoogleAnalytics("G-ABCDE12345");
        }),
        (["google-maps"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("google-maps");
        }),
        (["google-tag-manager"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddGoogleTagManager("GTM-ABC1234");
        }),
        (["hotjar"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddHotjar("1234567");
        }),
        (["hubspot"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddHubSpot("1234567", "js-eu1.hs-scripts.com");
        }),
        (["intercom"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddIntercom("abc12345", "https://api-iam.eu.intercom.io");
        }),
        (["linkedin-insight"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddLinkedInInsight("1234567");
        }),
        (["matomo"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddMatomo("example.matomo.cloud", "1");
        }),
        (["meta-pixel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddMetaPixel("123456789012345");
        }),
        (["microsoft-advertising"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddMicrosoftAdvertising("123456789");
        }),
        (["microsoft-clarity"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddMicrosoftClarity("abcdefghij");
        }),
        (["mixpanel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddMixpanel("0123456789abcdef0123456789abcdef");
        }),
        (["pinterest-tag"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddPinterestTag("2612345678901");
        }),
        (["piwik-pro"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddPiwikPRO("example.containers.piwik.pro", "01234567-89ab-cdef-0123-456789abcdef");
        }),
        (["plausible"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddPlausible("aBcDeFgHiJkLmNoPqRsTu");
        }),
        (["posthog"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddPostHog("phc_abcdefghijklmnopqrstuvwxyz0123456789abcdefg", "eu");
        }),
        (["reddit-pixel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddRedditPixel("a2_abcdefghijk");
        }),
        (["rudderstack"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("rudderstack", new Dictionary<string, string> { ["writeKey"] = "2aBcDeFgHiJkLmNoPqRsTuVwXyZ", ["dataPlaneUrl"] = "https://example.dataplane.rudderstack.com" });
        }),
        (["segment"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddSegment("abcdefghijklmnopqrstuvwxyz012345");
        }),
        (["sentry"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("sentry", new Dictionary<string, string> { ["publicKey"] = "0123456789abcdef0123456789abcdef" });
        }),
        (["shopify"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("shopify");
        }),
        (["snap-pixel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddSnapPixel("01234567-89ab-cdef-0123-456789abcdef");
        }),
        (["snowplow"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("snowplow", new Dictionary<string, string> { ["collector"] = "collector.example.com", ["appId"] = "my-site" });
        }),
        (["stripe"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("stripe");
        }),
        (["tiktok-pixel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddTikTokPixel("C4ABCDEFGHIJKLMNOPQR");
        }),
        (["vimeo"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("vimeo");
        }),
        (["x-pixel"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddXPixel("o1abc");
        }),
        (["youtube"], builder =>
        {
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
                .AddVendorFromCatalogue("youtube");
        }),
    ];
}
