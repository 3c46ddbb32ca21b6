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
    public static IConsentBuilder AddConsent(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, ConsentStartupFilter>());
        services.TryAddSingleton<ConsentEndpointMarker>();
        services.TryAddSingleton<ConsentAssets>();
        services.TryAddScoped<IConsentService, RequestConsentService>();
        services.TryAddScoped<IConsentPage, RequestConsentPage>();
        return ConsentCoreServices.Add(services);
    }

    /// <summary>Adds consent, set up in code.</summary>
    /// <inheritdoc cref="AddConsent(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the controller, the privacy policy's path and the rest.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, Action<ConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddConsent();
        services.Configure(configure);
        return builder;
    }

    /// <summary>Adds consent, declared by a configuration section such as <c>Consent</c>.</summary>
    /// <inheritdoc cref="AddConsent(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, IConfigurationSection section) =>
        services.AddConsent().AddConfiguration(section);
}
