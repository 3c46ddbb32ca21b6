using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>What every host needs, whether a server or a browser.</summary>
internal static class ConsentCoreServices
{
    public static IConsentBuilder Add(IServiceCollection services)
    {
        // First of all, so that what code sets wins over configuration wherever the host calls it.
        if (!services.Any(service => service.ImplementationType == typeof(ConsentSectionSetup)))
        {
            services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<ConsentOptions>, ConsentSectionSetup>());
        }

        services.AddOptions();
        services.TryAddSingleton<IOptionsFactory<ConsentOptions>>(provider =>
            new SingleOptionsFactory<ConsentOptions>(() => ActivatorUtilities.CreateInstance<OptionsFactory<ConsentOptions>>(provider).Create(Options.DefaultName)));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Build);
        services.TryAddSingleton(provider => Rules(provider.GetRequiredService<IOptions<ConsentOptions>>().Value));
        return new ConsentBuilder(services);
    }

    private static ConsentRegistry Build(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ConsentOptions>>().Value;
        var registry = RegistryBuilder.Build(options);
        DraftReport.Tell(options.Registry, options.Standalone, provider);
        return registry;
    }

    private static ConsentRules Rules(ConsentOptions options) => new(options.Lifetime, options.Rules);
}
