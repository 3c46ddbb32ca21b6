using Innovexus.Consent;
using Microsoft.Extensions.Configuration;
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
        InteractiveServices.AddPersisted(services, ServiceLifetime.Singleton, _ => new(), _ => new());
        services.TryAddSingleton(provider => provider.GetRequiredService<AddConsentClientRegistry>().Read());
        services.TryAddSingleton(provider => provider.GetRequiredService<RegistryJson>().ToRegistry());
        services.TryAddSingleton(provider => provider.GetRequiredService<RegistryJson>().Rules.ToRules());
        services.TryAddSingleton(provider => new InteractiveHost(
            () => provider.GetRequiredService<RegistryJson>().Development,
            file => file == "ic.css" ? provider.GetRequiredService<RegistryJson>().Style : Plain(file)));
        return AddInteractive(services);
    }

    /// <summary>
    /// Adds consent to an application that stands alone, without a server of its own: what is declared is read from a section of
    /// <c>wwwroot/appsettings.json</c>, and the decision is kept by script, which Safari keeps for seven days.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    /// <param name="section">The section, such as <c>Consent</c>.</param>
    public static IConsentBuilder AddConsentClient(this IServiceCollection services, IConfigurationSection section) =>
        AddStandalone(services).AddConfiguration(section);

    /// <summary>
    /// Adds consent to an application that stands alone, without a server of its own, and sets it up in code. The decision is kept
    /// by script, which Safari keeps for seven days.
    /// </summary>
    /// <param name="services">The services of the WebAssembly host.</param>
    /// <param name="configure">Sets the options.</param>
    public static IConsentBuilder AddConsentClient(this IServiceCollection services, Action<ConsentOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = AddStandalone(services);
        services.Configure(configure);
        return builder;
    }

    private static IConsentBuilder AddStandalone(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = ConsentCoreServices.Add(services);
        services.Configure<ConsentOptions>(options => options.Standalone = true);
        services.TryAddSingleton<BrowserDocument>();
        services.TryAddSingleton<StandaloneConsent>();
        services.TryAddSingleton<StandaloneEndpoints>();
        services.TryAddSingleton(provider => new AddConsentClientState { Source = () => provider.GetRequiredService<StandaloneConsent>().Answer().Serialize() });
        services.TryAddSingleton(provider => new InteractiveHost(
            () => provider.GetRequiredService<StandaloneEndpoints>().Development, Plain));
        AddInteractive(services);
        return builder;
    }

    private static IServiceCollection AddInteractive(IServiceCollection services)
    {
        services.TryAddSingleton<IConsentService, InteractiveConsentService>();
        services.TryAddSingleton<IConsentPage, InteractiveConsentPage>();
        InteractiveServices.AddCascade(services, ServiceLifetime.Singleton);
        return services;
    }

    private static string Plain(string file) => $"_content/Innovexus.Consent/{file}";
}
