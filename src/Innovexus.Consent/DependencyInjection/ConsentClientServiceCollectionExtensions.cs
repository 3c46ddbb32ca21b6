using Innovexus.Consent;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds consent to a WebAssembly application.</summary>
public static class ConsentClientServiceCollectionExtensions
{
    /// <summary>
    /// Adds consent to the client project of an application whose server calls <c>AddConsent</c>. What is declared there, its texts
    /// and the visitor's state come with the page, so nothing is set up twice.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    public static IServiceCollection AddConsentClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        InteractiveServices.AddPersisted(services, ServiceLifetime.Singleton, _ => new(), _ => new());
        services.TryAddSingleton(provider => provider.GetRequiredService<PersistedRegistry>().Read());
        services.TryAddSingleton(provider => provider.GetRequiredService<RegistryJson>().ToRegistry());
        services.TryAddSingleton(provider => new ConsentRules(provider.GetRequiredService<RegistryJson>().Lifetime));
        services.TryAddSingleton(provider => new InteractiveHost(
            provider.GetRequiredService<RegistryJson>().Development,
            file => file == "ic.css" ? provider.GetRequiredService<RegistryJson>().Style : $"_content/Innovexus.Consent/{file}"));
        services.TryAddSingleton<IConsentService, InteractiveConsentService>();
        services.TryAddSingleton<IConsentPage, InteractiveConsentPage>();
        InteractiveServices.AddCascade(services, ServiceLifetime.Singleton);
        return services;
    }
}
