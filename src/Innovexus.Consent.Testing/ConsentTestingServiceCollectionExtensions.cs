using Innovexus.Consent;
using Innovexus.Consent.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts consent into a test's hands.</summary>
public static class ConsentTestingServiceCollectionExtensions
{
    /// <summary>
    /// For tests of components: <see cref="IConsentService"/>, <see cref="IConsentEvents"/> (a <see cref="FakeConsentEvents"/>), the cascading <see cref="ConsentState"/> and what the library's components need
    /// of a page, all of one visitor. Takes the place of what was added before.
    /// </summary>
    /// <param name="services">The services of the test's renderer, such as <c>BunitContext.Services</c>.</param>
    /// <param name="granted">Ids of vendors or categories that the visitor has allowed; the rest is refused.</param>
    /// <returns>The service, to let the visitor decide otherwise.</returns>
    /// <exception cref="ConsentConfigurationException">One of the ids cannot be one.</exception>
    public static FakeConsentService AddFakeConsent(this IServiceCollection services, params IEnumerable<string> granted) =>
        services.AddFakeConsent(new FakeConsentService(granted));

    /// <inheritdoc cref="AddFakeConsent(IServiceCollection, IEnumerable{string})"/>
    /// <param name="services">The services of the test's renderer, such as <c>BunitContext.Services</c>.</param>
    /// <param name="consent">The visitor's consent.</param>
    public static FakeConsentService AddFakeConsent(this IServiceCollection services, FakeConsentService consent)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(consent);
        services.Replace(ServiceDescriptor.Singleton<IConsentService>(consent));
        services.TryAddSingleton<FakeConsentEvents>();
        services.Replace(ServiceDescriptor.Singleton<IConsentEvents>(provider => provider.GetRequiredService<FakeConsentEvents>()));
        services.Replace(ServiceDescriptor.Scoped<IConsentPage>(provider => new FakeConsentPage(consent, provider.GetRequiredService<NavigationManager>())));
        services.Replace(ServiceDescriptor.Transient(_ => consent.Registry));
        InteractiveServices.AddCascade(services, ServiceLifetime.Scoped);
        return consent;
    }

    /// <summary>
    /// For tests of a host: lets a client say which region its visitor is in (<see cref="ConsentHttpClientExtensions.WithRegion"/>), whatever
    /// tells the host so otherwise. For <c>WebApplicationFactory</c>, in <c>ConfigureTestServices</c>; never in a host that others reach.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    public static IServiceCollection AddTestRegions(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRegionResolver, TestRegionResolver>());
        return services;
    }
}
