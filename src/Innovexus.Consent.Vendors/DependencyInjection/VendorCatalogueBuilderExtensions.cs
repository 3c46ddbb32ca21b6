using Innovexus.Consent;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Declares vendors that the catalogue knows. Each of these throws an <see cref="InvalidOperationException"/> for the builder of
/// <c>AddConsentClient</c>, whose server declares.
/// </summary>
public static class VendorCatalogueBuilderExtensions
{
    /// <summary>
    /// Declares a vendor of the catalogue, and changes what the catalogue says of it.
    /// </summary>
    /// <inheritdoc cref="AddVendorFromCatalogue(IConsentBuilder, string, IReadOnlyDictionary{string, string}?, Action{VendorOptions}?)"/>
    public static IConsentBuilder AddVendorFromCatalogue(this IConsentBuilder builder, string id, Action<VendorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddVendorFromCatalogue(id, null, configure);
    }

    /// <summary>
    /// Declares a vendor of the catalogue. What configuration and code say about the same id wins over the catalogue. An id that the
    /// catalogue does not know stops the start, and so does a value that does not have the vendor's form.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="id">Its id, such as <c>hotjar</c>.</param>
    /// <param name="values">
    /// What its scripts need to know of the site: the value of each parameter, by its name. Without them <see cref="VendorSnippet"/> has
    /// nothing to render.
    /// </param>
    /// <param name="configure">Changes what the catalogue and the configuration say.</param>
    public static IConsentBuilder AddVendorFromCatalogue(
        this IConsentBuilder builder, string id, IReadOnlyDictionary<string, string>? values = null, Action<VendorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(id);
        ConsentBuilderExtensions.ThrowIfNotDeclaring(builder);
        var services = builder.Services;
        // Before the configuration is read, wherever the site calls this.
        if (!services.Any(service => service.ImplementationType == typeof(CatalogueSetup)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<ConsentOptions>, CatalogueSetup>());
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ConsentOptions>, CatalogueReview>());
        services.AddSingleton(new CatalogueVendor(id, new Dictionary<string, string>(values ?? new Dictionary<string, string>())));
        if (GoogleConsentMode.Readers.Contains(id, StringComparer.Ordinal))
        {
            GoogleConsentMode.Add(services);
        }

        if (configure is not null)
        {
            services.Configure<ConsentOptions>(options => configure(options.Registry.Vendor(id)));
        }

        return builder;
    }

    /// <summary>
    /// Tells Google's tags of the visitor's choice, with Consent Mode v2: first of all what counts when a page begins, then each decision.
    /// A vendor of Google's from the catalogue brings this by itself; call it to change what it says.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes which category or vendor each type follows, and the rest.</param>
    public static IConsentBuilder AddGoogleConsentMode(this IConsentBuilder builder, Action<GoogleConsentModeOptions>? configure = null)
    {
        ConsentBuilderExtensions.ThrowIfNotDeclaring(builder);
        GoogleConsentMode.Add(builder.Services);
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }
}
