using Innovexus.Consent;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds consent to the client project of an application that has a server.</summary>
public static class ConsentClientServiceCollectionExtensions
{
    /// <summary>
    /// Adds consent to the client project of an application whose server calls <c>AddConsent</c>. What is declared there, its texts
    /// and the visitor's state come with the page, so nothing is declared twice: a declaration added to this builder throws. May be
    /// called more than once. An application without a server calls <c>AddStandaloneConsent</c> instead.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    public static IConsentBuilder AddConsentClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        InteractiveServices.AddPersisted(services, ServiceLifetime.Singleton, _ => new(), _ => new());
        services.TryAddSingleton(provider => provider.GetRequiredService<AddConsentClientRegistry>().Read());
        services.TryAddSingleton(provider => provider.GetRequiredService<RegistryJson>().ToRegistry());
        services.TryAddSingleton(provider => provider.GetRequiredService<RegistryJson>().Rules.ToRules());
        services.TryAddSingleton(provider => new InteractiveHost(
            () => provider.GetRequiredService<RegistryJson>().Development,
            file => file == "ic.css" ? provider.GetRequiredService<RegistryJson>().Style : InteractiveServices.Plain(file)));
        InteractiveServices.AddInBrowser(services);
        return new ClientConsentBuilder(services);
    }
}
