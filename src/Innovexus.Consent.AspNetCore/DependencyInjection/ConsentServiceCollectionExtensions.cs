using Innovexus.Consent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds consent to a server.</summary>
public static class ConsentServiceCollectionExtensions
{
    /// <summary>
    /// Adds consent: the registry, the service, the components and what they need in the request pipeline; there is no middleware
    /// line to add. Call <c>app.MapConsent()</c> as well. May be called more than once. An invalid registry stops start-up with a
    /// <see cref="ConsentConfigurationException"/> that lists every problem.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the controller, the privacy policy's path and the rest.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, Action<ConsentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, ConsentStartupFilter>());
        services.TryAddSingleton<ConsentEndpointMarker>();
        services.TryAddSingleton<ConsentAssets>();
        services.TryAddScoped<IConsentService, RequestConsentService>();
        services.TryAddScoped<IConsentPage, RequestConsentPage>();
        return ConsentCoreServices.Add(services);
    }

    /// <summary>Adds consent, declared by a configuration section such as <c>Consent</c>.</summary>
    /// <inheritdoc cref="AddConsent(IServiceCollection, Action{ConsentOptions}?)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, IConfigurationSection section) =>
        services.AddConsent().AddConfiguration(section);
}
