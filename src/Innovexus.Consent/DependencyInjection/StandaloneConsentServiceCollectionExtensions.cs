using Innovexus.Consent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds consent to a WebAssembly application that stands alone, without a server of its own.</summary>
public static class StandaloneConsentServiceCollectionExtensions
{
    /// <summary>
    /// Adds consent to an application that stands alone, without a server of its own: what is declared is read from a section of
    /// <c>wwwroot/appsettings.json</c>, and the decision is kept by script, which Safari keeps for seven days. May be called more than
    /// once. The client project of an application whose server calls <c>AddConsent</c> calls <c>AddConsentClient</c> instead.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    /// <param name="section">The section, such as <c>Consent</c>.</param>
    public static IConsentBuilder AddStandaloneConsent(this IServiceCollection services, IConfigurationSection section) =>
        Add(services).AddConfiguration(section);

    /// <summary>
    /// Adds consent to an application that stands alone, without a server of its own, and sets it up in code. The decision is kept
    /// by script, which Safari keeps for seven days. May be called more than once.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    /// <param name="configure">Sets the options.</param>
    public static IConsentBuilder AddStandaloneConsent(this IServiceCollection services, Action<ConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = Add(services);
        services.Configure(configure);
        return builder;
    }

    private static IConsentBuilder Add(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = ConsentCoreServices.Add(services);
        services.Configure<ConsentOptions>(options => options.Standalone = true);
        services.TryAddSingleton<BrowserDocument>();
        services.TryAddSingleton<StandaloneConsent>();
        services.TryAddSingleton<StandaloneEndpoints>();
        services.TryAddSingleton(provider => new AddConsentClientState { Source = () => provider.GetRequiredService<StandaloneConsent>().Answer().Serialize() });
        services.TryAddSingleton(provider => new InteractiveHost(
            () => provider.GetRequiredService<StandaloneEndpoints>().Development, InteractiveServices.Plain));
        InteractiveServices.AddInBrowser(services);
        return builder;
    }
}
