using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Innovexus.Consent;

/// <summary>What a server and a WebAssembly application register alike, each with its own lifetime.</summary>
internal static class InteractiveServices
{
    /// <summary>What the page carries over. The framework restores it by type, whatever the trimmer thinks of its properties.</summary>
    public static void AddPersisted(
        IServiceCollection services,
        ServiceLifetime lifetime,
        Func<IServiceProvider, AddConsentClientState> state,
        Func<IServiceProvider, AddConsentClientRegistry> registry)
    {
        Add(services, lifetime, state, RenderMode.InteractiveAuto);
        Add(services, lifetime, registry, RenderMode.InteractiveWebAssembly);
    }

    /// <summary>What every application in the browser has.</summary>
    public static void AddInBrowser(IServiceCollection services)
    {
        services.TryAddSingleton<InteractiveConsentService>();
        services.TryAddSingleton<IConsentService>(provider => provider.GetRequiredService<InteractiveConsentService>());
        services.TryAddSingleton<IConsentEvents, InteractiveConsentEvents>();
        services.TryAddSingleton<IConsentPage, InteractiveConsentPage>();
        AddCascade(services, ServiceLifetime.Singleton);
    }

    /// <summary>The address of a file that is not fingerprinted.</summary>
    public static string Plain(string file) => $"_content/Innovexus.Consent/{file}";

    public static void AddCascade(IServiceCollection services, ServiceLifetime lifetime)
    {
        if (services.All(service => service.ServiceType != typeof(ConsentCascade)))
        {
            services.Add(new(typeof(ConsentCascade), typeof(ConsentCascade), lifetime));
            services.AddCascadingValue(provider => provider.GetRequiredService<ConsentCascade>().Source);
        }
    }

    private static void Add<[DynamicallyAccessedMembers(Persisted)] T>(
        IServiceCollection services, ServiceLifetime lifetime, Func<IServiceProvider, T> make, IComponentRenderMode mode)
        where T : class
    {
        if (services.All(service => service.ServiceType != typeof(T)))
        {
            services.Add(new(typeof(T), make, lifetime));
            RegisterPersistentComponentStateServiceCollectionExtensions.AddPersistentServiceRegistration<T>(services, mode);
        }
    }

    private const DynamicallyAccessedMemberTypes Persisted =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;
}
