// Written from the catalogue by Innovexus.Consent.Vendors.Tests (VendorMethodsTests); do not edit.
using Innovexus.Consent;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>
    /// Declares the vendors of the catalogue that most sites look for. Each of these throws an <see cref="InvalidOperationException"/> for the
    /// builder of <c>AddConsentClient</c>, whose server declares.
    /// </summary>
    public static class VendorBuilderExtensions
    {
        /// <summary>Declares Azure Application Insights from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.ApplicationInsights"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="connectionString">The connection string on the overview of the resource in the Azure portal. It has the form <c>InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddApplicationInsights(this IConsentBuilder builder, string connectionString, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(connectionString);
            return builder.AddVendorFromCatalogue("application-insights", new Dictionary<string, string> { ["connectionString"] = connectionString }, configure);
        }

        /// <summary>Declares Google Ads from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.GoogleAds"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="conversionId">The id of the Google tag in Google Ads under Tools, Data manager, Google tag. It has the form <c>AW-123456789</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddGoogleAds(this IConsentBuilder builder, string conversionId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(conversionId);
            return builder.AddVendorFromCatalogue("google-ads", new Dictionary<string, string> { ["conversionId"] = conversionId }, configure);
        }

        /// <summary>Declares Google Analytics from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.GoogleAnalytics"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="measurementId">The measurement id of the web stream in Google Analytics under Admin, Data streams. It has the form <c>G-ABCDE12345</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddGoogleAnalytics(this IConsentBuilder builder, string measurementId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(measurementId);
            return builder.AddVendorFromCatalogue("google-analytics", new Dictionary<string, string> { ["measurementId"] = measurementId }, configure);
        }

        /// <summary>Declares Google Tag Manager from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.GoogleTagManager"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="containerId">The id of the container, at the top of the workspace in Tag Manager. It has the form <c>GTM-ABC1234</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddGoogleTagManager(this IConsentBuilder builder, string containerId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(containerId);
            return builder.AddVendorFromCatalogue("google-tag-manager", new Dictionary<string, string> { ["containerId"] = containerId }, configure);
        }

        /// <summary>Declares Matomo from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Matomo"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="host">The host where Matomo answers, without https:// and without a path. It has the form <c>example.matomo.cloud</c>.</param>
        /// <param name="siteId">The number of the site in Matomo under Administration, Websites. It has the form <c>1</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMatomo(this IConsentBuilder builder, string host, string siteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(host);
            ArgumentNullException.ThrowIfNull(siteId);
            return builder.AddVendorFromCatalogue("matomo", new Dictionary<string, string> { ["host"] = host, ["siteId"] = siteId }, configure);
        }

        /// <summary>Declares Meta Pixel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.MetaPixel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="pixelId">The number of the data set in Meta's Events Manager. It has the form <c>123456789012345</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMetaPixel(this IConsentBuilder builder, string pixelId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(pixelId);
            return builder.AddVendorFromCatalogue("meta-pixel", new Dictionary<string, string> { ["pixelId"] = pixelId }, configure);
        }
    }
}

namespace Innovexus.Consent
{
    /// <summary>
    /// The scripts of Azure Application Insights, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddApplicationInsights</c> gives its scripts what they need.
    /// </summary>
    public sealed class ApplicationInsights : VendorScriptsBase
    {
        private protected override string Id => "application-insights";
    }

    /// <summary>
    /// The scripts of Google Ads, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleAds</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleAds : GoogleScriptsBase
    {
        private protected override string Id => "google-ads";
    }

    /// <summary>
    /// The scripts of Google Analytics, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleAnalytics</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleAnalytics : GoogleScriptsBase
    {
        private protected override string Id => "google-analytics";
    }

    /// <summary>
    /// The scripts of Google Tag Manager, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleTagManager</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleTagManager : GoogleScriptsBase
    {
        private protected override string Id => "google-tag-manager";
    }

    /// <summary>
    /// The scripts of Matomo, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMatomo</c> gives its scripts what they need.
    /// </summary>
    public sealed class Matomo : VendorScriptsBase
    {
        private protected override string Id => "matomo";
    }

    /// <summary>
    /// The scripts of Meta Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMetaPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class MetaPixel : VendorScriptsBase
    {
        private protected override string Id => "meta-pixel";
    }
}
