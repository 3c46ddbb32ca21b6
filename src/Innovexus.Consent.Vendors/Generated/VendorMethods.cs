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
        /// <summary>Declares Amazon Ads from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.AmazonAds"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="tagId">The id in the tag code that Amazon Ads shows under Events manager. It has the form <c>01234567-89ab-cdef-0123-456789abcdef</c>.</param>
        /// <param name="region">NA for the Americas, EU for Europe, FE for the Far East. It has the form <c>EU</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddAmazonAds(this IConsentBuilder builder, string tagId, string region, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(tagId);
            ArgumentNullException.ThrowIfNull(region);
            return builder.AddVendorFromCatalogue("amazon-ads", new Dictionary<string, string> { ["tagId"] = tagId, ["region"] = region }, configure);
        }

        /// <summary>Declares Amplitude from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Amplitude"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="apiKey">The API key of the project in Amplitude under Settings, Projects. It has the form <c>0123456789abcdef0123456789abcdef</c>.</param>
        /// <param name="serverZone">Where the project is kept: EU or US. It has the form <c>EU</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddAmplitude(this IConsentBuilder builder, string apiKey, string serverZone, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(apiKey);
            ArgumentNullException.ThrowIfNull(serverZone);
            return builder.AddVendorFromCatalogue("amplitude", new Dictionary<string, string> { ["apiKey"] = apiKey, ["serverZone"] = serverZone }, configure);
        }

        /// <summary>Declares Azure Application Insights from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.ApplicationInsights"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="connectionString">The connection string on the overview of the resource in the Azure portal. It has the form <c>InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddApplicationInsights(this IConsentBuilder builder, string connectionString, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(connectionString);
            return builder.AddVendorFromCatalogue("application-insights", new Dictionary<string, string> { ["connectionString"] = connectionString }, configure);
        }

        /// <summary>Declares Cloudflare Web Analytics from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.CloudflareWebAnalytics"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="token">The token in the script that Cloudflare shows for the site. It has the form <c>0123456789abcdef0123456789abcdef</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddCloudflareWebAnalytics(this IConsentBuilder builder, string token, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(token);
            return builder.AddVendorFromCatalogue("cloudflare-web-analytics", new Dictionary<string, string> { ["token"] = token }, configure);
        }

        /// <summary>Declares Contentsquare from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Contentsquare"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="tagId">The tag id of the project in Contentsquare. It has the form <c>0123456789abc</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddContentsquare(this IConsentBuilder builder, string tagId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(tagId);
            return builder.AddVendorFromCatalogue("contentsquare", new Dictionary<string, string> { ["tagId"] = tagId }, configure);
        }

        /// <summary>Declares Crazy Egg from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.CrazyEgg"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="accountStart">The first four digits of the account number. It has the form <c>0123</c>.</param>
        /// <param name="accountEnd">The last four digits of the account number. It has the form <c>4567</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddCrazyEgg(this IConsentBuilder builder, string accountStart, string accountEnd, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(accountStart);
            ArgumentNullException.ThrowIfNull(accountEnd);
            return builder.AddVendorFromCatalogue("crazy-egg", new Dictionary<string, string> { ["accountStart"] = accountStart, ["accountEnd"] = accountEnd }, configure);
        }

        /// <summary>Declares Crisp from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Crisp"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="websiteId">The id of the website at Crisp. It has the form <c>0a1b2c3d-0000-4000-8000-000000000000</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddCrisp(this IConsentBuilder builder, string websiteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(websiteId);
            return builder.AddVendorFromCatalogue("crisp", new Dictionary<string, string> { ["websiteId"] = websiteId }, configure);
        }

        /// <summary>Declares Criteo from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Criteo"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="account">The account or partner number that Criteo gives you. It has the form <c>12345</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddCriteo(this IConsentBuilder builder, string account, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(account);
            return builder.AddVendorFromCatalogue("criteo", new Dictionary<string, string> { ["account"] = account }, configure);
        }

        /// <summary>Declares Fathom Analytics from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Fathom"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="siteId">The site id in Fathom under Settings, Sites. It has the form <c>ABCDEFGH</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddFathom(this IConsentBuilder builder, string siteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(siteId);
            return builder.AddVendorFromCatalogue("fathom", new Dictionary<string, string> { ["siteId"] = siteId }, configure);
        }

        /// <summary>Declares Fullstory from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Fullstory"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="orgId">The id of the organisation in Fullstory under Settings, Data capture. It has the form <c>o-ABC123-na1</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddFullstory(this IConsentBuilder builder, string orgId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(orgId);
            return builder.AddVendorFromCatalogue("fullstory", new Dictionary<string, string> { ["orgId"] = orgId }, configure);
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

        /// <summary>Declares Google AdSense from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.GoogleAdSense"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="client">The publisher id in AdSense under Account, Settings, with ca- before it. It has the form <c>ca-pub-1234567890123456</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddGoogleAdSense(this IConsentBuilder builder, string client, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(client);
            return builder.AddVendorFromCatalogue("google-adsense", new Dictionary<string, string> { ["client"] = client }, configure);
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

        /// <summary>Declares Heap from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Heap"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="envId">The environment id in Heap under Account, Manage, Projects. It has the form <c>1234567890</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddHeap(this IConsentBuilder builder, string envId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(envId);
            return builder.AddVendorFromCatalogue("heap", new Dictionary<string, string> { ["envId"] = envId }, configure);
        }

        /// <summary>Declares Hotjar from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Hotjar"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="siteId">The number in Hotjar under Sites and organisations. It has the form <c>1234567</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddHotjar(this IConsentBuilder builder, string siteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(siteId);
            return builder.AddVendorFromCatalogue("hotjar", new Dictionary<string, string> { ["siteId"] = siteId }, configure);
        }

        /// <summary>Declares HubSpot from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.HubSpot"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="hubId">The Hub id, at the top right of the account menu in HubSpot. It has the form <c>1234567</c>.</param>
        /// <param name="host">The host in the tracking code that HubSpot shows: js.hs-scripts.com, or js-eu1.hs-scripts.com for accounts that are kept in the EU. It has the form <c>js-eu1.hs-scripts.com</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddHubSpot(this IConsentBuilder builder, string hubId, string host, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(hubId);
            ArgumentNullException.ThrowIfNull(host);
            return builder.AddVendorFromCatalogue("hubspot", new Dictionary<string, string> { ["hubId"] = hubId, ["host"] = host }, configure);
        }

        /// <summary>Declares Intercom from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Intercom"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="appId">The workspace id in Intercom under Settings, Installation. It has the form <c>abc12345</c>.</param>
        /// <param name="apiBase">Where the workspace is kept: https://api-iam.intercom.io, https://api-iam.eu.intercom.io or https://api-iam.au.intercom.io. It has the form <c>https://api-iam.eu.intercom.io</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddIntercom(this IConsentBuilder builder, string appId, string apiBase, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(appId);
            ArgumentNullException.ThrowIfNull(apiBase);
            return builder.AddVendorFromCatalogue("intercom", new Dictionary<string, string> { ["appId"] = appId, ["apiBase"] = apiBase }, configure);
        }

        /// <summary>Declares Klaviyo from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Klaviyo"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="companyId">The public key, also called site id, with six signs. It has the form <c>AbC123</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddKlaviyo(this IConsentBuilder builder, string companyId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(companyId);
            return builder.AddVendorFromCatalogue("klaviyo", new Dictionary<string, string> { ["companyId"] = companyId }, configure);
        }

        /// <summary>Declares LinkedIn Insight Tag from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.LinkedInInsight"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="partnerId">The partner id in LinkedIn's Campaign Manager under Insight Tag. It has the form <c>1234567</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddLinkedInInsight(this IConsentBuilder builder, string partnerId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(partnerId);
            return builder.AddVendorFromCatalogue("linkedin-insight", new Dictionary<string, string> { ["partnerId"] = partnerId }, configure);
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

        /// <summary>Declares Microsoft Advertising from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.MicrosoftAdvertising"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="tagId">The number of the UET tag in Microsoft Advertising under Conversions, UET tags. It has the form <c>123456789</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMicrosoftAdvertising(this IConsentBuilder builder, string tagId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(tagId);
            return builder.AddVendorFromCatalogue("microsoft-advertising", new Dictionary<string, string> { ["tagId"] = tagId }, configure);
        }

        /// <summary>Declares Microsoft Clarity from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.MicrosoftClarity"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="projectId">The project id in Clarity under Settings, Overview. It has the form <c>abcdefghij</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMicrosoftClarity(this IConsentBuilder builder, string projectId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(projectId);
            return builder.AddVendorFromCatalogue("microsoft-clarity", new Dictionary<string, string> { ["projectId"] = projectId }, configure);
        }

        /// <summary>Declares Mixpanel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Mixpanel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="token">The project token in Mixpanel under Settings, Project settings. It has the form <c>0123456789abcdef0123456789abcdef</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMixpanel(this IConsentBuilder builder, string token, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(token);
            return builder.AddVendorFromCatalogue("mixpanel", new Dictionary<string, string> { ["token"] = token }, configure);
        }

        /// <summary>Declares Mouseflow from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Mouseflow"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="websiteId">The website id in Mouseflow, as in its tracking code. It has the form <c>01234567-89ab-4cde-8f01-23456789abcd</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddMouseflow(this IConsentBuilder builder, string websiteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(websiteId);
            return builder.AddVendorFromCatalogue("mouseflow", new Dictionary<string, string> { ["websiteId"] = websiteId }, configure);
        }

        /// <summary>Declares Optimizely from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Optimizely"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="projectId">The number in the address of the snippet in Optimizely under Settings, Implementation. It has the form <c>12345678901</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddOptimizely(this IConsentBuilder builder, string projectId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(projectId);
            return builder.AddVendorFromCatalogue("optimizely", new Dictionary<string, string> { ["projectId"] = projectId }, configure);
        }

        /// <summary>Declares Pinterest Tag from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.PinterestTag"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="tagId">The id of the tag in Pinterest Ads under Conversions. It has the form <c>2612345678901</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddPinterestTag(this IConsentBuilder builder, string tagId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(tagId);
            return builder.AddVendorFromCatalogue("pinterest-tag", new Dictionary<string, string> { ["tagId"] = tagId }, configure);
        }

        /// <summary>Declares Piwik PRO from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.PiwikPRO"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="containerHost">The host in the code that Piwik PRO shows under Sites and apps, Installation. It has the form <c>example.containers.piwik.pro</c>.</param>
        /// <param name="siteId">The site id in Piwik PRO under Sites and apps. It has the form <c>01234567-89ab-cdef-0123-456789abcdef</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddPiwikPRO(this IConsentBuilder builder, string containerHost, string siteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(containerHost);
            ArgumentNullException.ThrowIfNull(siteId);
            return builder.AddVendorFromCatalogue("piwik-pro", new Dictionary<string, string> { ["containerHost"] = containerHost, ["siteId"] = siteId }, configure);
        }

        /// <summary>Declares Plausible Analytics from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Plausible"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="scriptId">What stands between pa- and .js in the address that Plausible shows under Site installation. It has the form <c>aBcDeFgHiJkLmNoPqRsTu</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddPlausible(this IConsentBuilder builder, string scriptId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(scriptId);
            return builder.AddVendorFromCatalogue("plausible", new Dictionary<string, string> { ["scriptId"] = scriptId }, configure);
        }

        /// <summary>Declares PostHog from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.PostHog"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="apiKey">The project's API key in PostHog under Project settings. It has the form <c>phc_abcdefghijklmnopqrstuvwxyz0123456789abcdefg</c>.</param>
        /// <param name="region">Where the project is kept: eu or us. It has the form <c>eu</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddPostHog(this IConsentBuilder builder, string apiKey, string region, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(apiKey);
            ArgumentNullException.ThrowIfNull(region);
            return builder.AddVendorFromCatalogue("posthog", new Dictionary<string, string> { ["apiKey"] = apiKey, ["region"] = region }, configure);
        }

        /// <summary>Declares Reddit Pixel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.RedditPixel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="pixelId">The id of the pixel in Reddit Ads under Events Manager. It has the form <c>a2_abcdefghijk</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddRedditPixel(this IConsentBuilder builder, string pixelId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(pixelId);
            return builder.AddVendorFromCatalogue("reddit-pixel", new Dictionary<string, string> { ["pixelId"] = pixelId }, configure);
        }

        /// <summary>Declares Segment from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Segment"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="writeKey">The write key of the source in Segment under Settings, API keys. It has the form <c>abcdefghijklmnopqrstuvwxyz012345</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddSegment(this IConsentBuilder builder, string writeKey, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(writeKey);
            return builder.AddVendorFromCatalogue("segment", new Dictionary<string, string> { ["writeKey"] = writeKey }, configure);
        }

        /// <summary>Declares Snap Pixel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.SnapPixel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="pixelId">The id of the pixel in Snapchat's Events Manager. It has the form <c>01234567-89ab-cdef-0123-456789abcdef</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddSnapPixel(this IConsentBuilder builder, string pixelId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(pixelId);
            return builder.AddVendorFromCatalogue("snap-pixel", new Dictionary<string, string> { ["pixelId"] = pixelId }, configure);
        }

        /// <summary>Declares tawk.to from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.TawkTo"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="propertyId">The id of the property. It has the form <c>5f1a2b3c4d5e6f7a8b9c0d1e</c>.</param>
        /// <param name="widgetId">The id of the widget. It has the form <c>default</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddTawkTo(this IConsentBuilder builder, string propertyId, string widgetId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(propertyId);
            ArgumentNullException.ThrowIfNull(widgetId);
            return builder.AddVendorFromCatalogue("tawk-to", new Dictionary<string, string> { ["propertyId"] = propertyId, ["widgetId"] = widgetId }, configure);
        }

        /// <summary>Declares TikTok Pixel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.TikTokPixel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="pixelId">The id of the pixel in TikTok's Events Manager. It has the form <c>C4ABCDEFGHIJKLMNOPQR</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddTikTokPixel(this IConsentBuilder builder, string pixelId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(pixelId);
            return builder.AddVendorFromCatalogue("tiktok-pixel", new Dictionary<string, string> { ["pixelId"] = pixelId }, configure);
        }

        /// <summary>Declares Umami from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Umami"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="websiteId">The id of the website in Umami under Settings, Websites. It has the form <c>01234567-89ab-cdef-0123-456789abcdef</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddUmami(this IConsentBuilder builder, string websiteId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(websiteId);
            return builder.AddVendorFromCatalogue("umami", new Dictionary<string, string> { ["websiteId"] = websiteId }, configure);
        }

        /// <summary>Declares X Pixel from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.XPixel"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="pixelId">The id of the pixel in X Ads under Events manager. It has the form <c>o1abc</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddXPixel(this IConsentBuilder builder, string pixelId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(pixelId);
            return builder.AddVendorFromCatalogue("x-pixel", new Dictionary<string, string> { ["pixelId"] = pixelId }, configure);
        }

        /// <summary>Declares Yandex Metrica from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.YandexMetrica"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="counterId">The number of the counter in Yandex Metrica. It has the form <c>12345678</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddYandexMetrica(this IConsentBuilder builder, string counterId, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(counterId);
            return builder.AddVendorFromCatalogue("yandex-metrica", new Dictionary<string, string> { ["counterId"] = counterId }, configure);
        }

        /// <summary>Declares Zendesk from the catalogue. A value of another form stops the start. <see cref="Innovexus.Consent.Zendesk"/> renders its scripts.</summary>
        /// <param name="builder">The builder.</param>
        /// <param name="key">The key of the widget, in its installation code. It has the form <c>0a1b2c3d-0000-4000-8000-000000000000</c>.</param>
        /// <param name="configure">Changes what the catalogue and the configuration say.</param>
        public static IConsentBuilder AddZendesk(this IConsentBuilder builder, string key, Action<VendorOptions>? configure = null)
        {
            ArgumentNullException.ThrowIfNull(key);
            return builder.AddVendorFromCatalogue("zendesk", new Dictionary<string, string> { ["key"] = key }, configure);
        }
    }
}

namespace Innovexus.Consent
{
    /// <summary>
    /// The scripts of Amazon Ads, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddAmazonAds</c> gives its scripts what they need.
    /// </summary>
    public sealed class AmazonAds : VendorSnippetBase
    {
        private protected override string Id => "amazon-ads";
    }

    /// <summary>
    /// The scripts of Amplitude, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddAmplitude</c> gives its scripts what they need.
    /// </summary>
    public sealed class Amplitude : VendorSnippetBase
    {
        private protected override string Id => "amplitude";
    }

    /// <summary>
    /// The scripts of Azure Application Insights, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddApplicationInsights</c> gives its scripts what they need.
    /// </summary>
    public sealed class ApplicationInsights : VendorSnippetBase
    {
        private protected override string Id => "application-insights";
    }

    /// <summary>
    /// The scripts of Cloudflare Web Analytics, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddCloudflareWebAnalytics</c> gives its scripts what they need.
    /// </summary>
    public sealed class CloudflareWebAnalytics : VendorSnippetBase
    {
        private protected override string Id => "cloudflare-web-analytics";
    }

    /// <summary>
    /// The scripts of Contentsquare, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddContentsquare</c> gives its scripts what they need.
    /// </summary>
    public sealed class Contentsquare : VendorSnippetBase
    {
        private protected override string Id => "contentsquare";
    }

    /// <summary>
    /// The scripts of Crazy Egg, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddCrazyEgg</c> gives its scripts what they need.
    /// </summary>
    public sealed class CrazyEgg : VendorSnippetBase
    {
        private protected override string Id => "crazy-egg";
    }

    /// <summary>
    /// The scripts of Crisp, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddCrisp</c> gives its scripts what they need.
    /// </summary>
    public sealed class Crisp : VendorSnippetBase
    {
        private protected override string Id => "crisp";
    }

    /// <summary>
    /// The scripts of Criteo, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddCriteo</c> gives its scripts what they need.
    /// </summary>
    public sealed class Criteo : VendorSnippetBase
    {
        private protected override string Id => "criteo";
    }

    /// <summary>
    /// The scripts of Fathom Analytics, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddFathom</c> gives its scripts what they need.
    /// </summary>
    public sealed class Fathom : VendorSnippetBase
    {
        private protected override string Id => "fathom";
    }

    /// <summary>
    /// The scripts of Fullstory, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddFullstory</c> gives its scripts what they need.
    /// </summary>
    public sealed class Fullstory : VendorSnippetBase
    {
        private protected override string Id => "fullstory";
    }

    /// <summary>
    /// The scripts of Google Ads, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleAds</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleAds : GoogleSnippetBase
    {
        private protected override string Id => "google-ads";
    }

    /// <summary>
    /// The scripts of Google AdSense, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleAdSense</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleAdSense : VendorSnippetBase
    {
        private protected override string Id => "google-adsense";
    }

    /// <summary>
    /// The scripts of Google Analytics, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleAnalytics</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleAnalytics : GoogleSnippetBase
    {
        private protected override string Id => "google-analytics";
    }

    /// <summary>
    /// The scripts of Google Tag Manager, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddGoogleTagManager</c> gives its scripts what they need.
    /// </summary>
    public sealed class GoogleTagManager : GoogleSnippetBase
    {
        private protected override string Id => "google-tag-manager";
    }

    /// <summary>
    /// The scripts of Heap, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddHeap</c> gives its scripts what they need.
    /// </summary>
    public sealed class Heap : VendorSnippetBase
    {
        private protected override string Id => "heap";
    }

    /// <summary>
    /// The scripts of Hotjar, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddHotjar</c> gives its scripts what they need.
    /// </summary>
    public sealed class Hotjar : VendorSnippetBase
    {
        private protected override string Id => "hotjar";
    }

    /// <summary>
    /// The scripts of HubSpot, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddHubSpot</c> gives its scripts what they need.
    /// </summary>
    public sealed class HubSpot : VendorSnippetBase
    {
        private protected override string Id => "hubspot";
    }

    /// <summary>
    /// The scripts of Intercom, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddIntercom</c> gives its scripts what they need.
    /// </summary>
    public sealed class Intercom : VendorSnippetBase
    {
        private protected override string Id => "intercom";
    }

    /// <summary>
    /// The scripts of Klaviyo, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddKlaviyo</c> gives its scripts what they need.
    /// </summary>
    public sealed class Klaviyo : VendorSnippetBase
    {
        private protected override string Id => "klaviyo";
    }

    /// <summary>
    /// The scripts of LinkedIn Insight Tag, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddLinkedInInsight</c> gives its scripts what they need.
    /// </summary>
    public sealed class LinkedInInsight : VendorSnippetBase
    {
        private protected override string Id => "linkedin-insight";
    }

    /// <summary>
    /// The scripts of Matomo, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMatomo</c> gives its scripts what they need.
    /// </summary>
    public sealed class Matomo : VendorSnippetBase
    {
        private protected override string Id => "matomo";
    }

    /// <summary>
    /// The scripts of Meta Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMetaPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class MetaPixel : VendorSnippetBase
    {
        private protected override string Id => "meta-pixel";
    }

    /// <summary>
    /// The scripts of Microsoft Advertising, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMicrosoftAdvertising</c> gives its scripts what they need.
    /// </summary>
    public sealed class MicrosoftAdvertising : VendorSnippetBase
    {
        private protected override string Id => "microsoft-advertising";
    }

    /// <summary>
    /// The scripts of Microsoft Clarity, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMicrosoftClarity</c> gives its scripts what they need.
    /// </summary>
    public sealed class MicrosoftClarity : VendorSnippetBase
    {
        private protected override string Id => "microsoft-clarity";
    }

    /// <summary>
    /// The scripts of Mixpanel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMixpanel</c> gives its scripts what they need.
    /// </summary>
    public sealed class Mixpanel : VendorSnippetBase
    {
        private protected override string Id => "mixpanel";
    }

    /// <summary>
    /// The scripts of Mouseflow, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddMouseflow</c> gives its scripts what they need.
    /// </summary>
    public sealed class Mouseflow : VendorSnippetBase
    {
        private protected override string Id => "mouseflow";
    }

    /// <summary>
    /// The scripts of Optimizely, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddOptimizely</c> gives its scripts what they need.
    /// </summary>
    public sealed class Optimizely : VendorSnippetBase
    {
        private protected override string Id => "optimizely";
    }

    /// <summary>
    /// The scripts of Pinterest Tag, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddPinterestTag</c> gives its scripts what they need.
    /// </summary>
    public sealed class PinterestTag : VendorSnippetBase
    {
        private protected override string Id => "pinterest-tag";
    }

    /// <summary>
    /// The scripts of Piwik PRO, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddPiwikPRO</c> gives its scripts what they need.
    /// </summary>
    public sealed class PiwikPRO : VendorSnippetBase
    {
        private protected override string Id => "piwik-pro";
    }

    /// <summary>
    /// The scripts of Plausible Analytics, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddPlausible</c> gives its scripts what they need.
    /// </summary>
    public sealed class Plausible : VendorSnippetBase
    {
        private protected override string Id => "plausible";
    }

    /// <summary>
    /// The scripts of PostHog, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddPostHog</c> gives its scripts what they need.
    /// </summary>
    public sealed class PostHog : VendorSnippetBase
    {
        private protected override string Id => "posthog";
    }

    /// <summary>
    /// The scripts of Reddit Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddRedditPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class RedditPixel : VendorSnippetBase
    {
        private protected override string Id => "reddit-pixel";
    }

    /// <summary>
    /// The scripts of Segment, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddSegment</c> gives its scripts what they need.
    /// </summary>
    public sealed class Segment : VendorSnippetBase
    {
        private protected override string Id => "segment";
    }

    /// <summary>
    /// The scripts of Snap Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddSnapPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class SnapPixel : VendorSnippetBase
    {
        private protected override string Id => "snap-pixel";
    }

    /// <summary>
    /// The scripts of tawk.to, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddTawkTo</c> gives its scripts what they need.
    /// </summary>
    public sealed class TawkTo : VendorSnippetBase
    {
        private protected override string Id => "tawk-to";
    }

    /// <summary>
    /// The scripts of TikTok Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddTikTokPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class TikTokPixel : VendorSnippetBase
    {
        private protected override string Id => "tiktok-pixel";
    }

    /// <summary>
    /// The scripts of Umami, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddUmami</c> gives its scripts what they need.
    /// </summary>
    public sealed class Umami : VendorSnippetBase
    {
        private protected override string Id => "umami";
    }

    /// <summary>
    /// The scripts of X Pixel, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddXPixel</c> gives its scripts what they need.
    /// </summary>
    public sealed class XPixel : VendorSnippetBase
    {
        private protected override string Id => "x-pixel";
    }

    /// <summary>
    /// The scripts of Yandex Metrica, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddYandexMetrica</c> gives its scripts what they need.
    /// </summary>
    public sealed class YandexMetrica : VendorSnippetBase
    {
        private protected override string Id => "yandex-metrica";
    }

    /// <summary>
    /// The scripts of Zendesk, which run once it is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after
    /// <c>&lt;ConsentHead /&gt;</c>; <c>AddZendesk</c> gives its scripts what they need.
    /// </summary>
    public sealed class Zendesk : VendorSnippetBase
    {
        private protected override string Id => "zendesk";
    }
}
