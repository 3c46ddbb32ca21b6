using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

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
