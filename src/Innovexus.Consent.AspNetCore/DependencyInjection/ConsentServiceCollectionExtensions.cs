using System.Diagnostics.Metrics;
using Innovexus.Consent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
        // This filter comes before all others, so that it looks at a response after everybody else, other packages' filters included.
        if (!services.Any(service => service.ImplementationType == typeof(ConsentStartupFilter)))
        {
            services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, ConsentStartupFilter>());
        }

        services.TryAddSingleton<ConsentEndpointMarker>();
        services.TryAddSingleton<ConsentAssets>();
        services.TryAddSingleton<ConsentDiagnostics>();
        services.TryAddSingleton<StartupReview>();
        // Looked at when the host starts, when all services are known.
        services.TryAddSingleton(new OutputCacheProvider(services));
        services.TryAddSingleton<DeclaredCookies>();
        services.TryAddSingleton<RequestNames>();
        services.TryAddSingleton<ResponseCookieFilter>();
        services.TryAddSingleton<VendorPolicy>();
        services.TryAddSingleton<ConsentHost>();
        services.TryAddSingleton<SourceFailures>();
        services.TryAddSingleton<IOptionsFactory<ConsentOptions>>(provider =>
            new SingleOptionsFactory<ConsentOptions>(() => ActivatorUtilities.CreateInstance<ConsentServerOptionsFactory>(provider).Create(Options.Options.DefaultName)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ConsentOptions>, ConsentServerOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConsentOptions>, ConsentServerOptionsValidation>());
        services.TryAddSingleton<IOptionsFactory<ConsentServerOptions>>(provider =>
            new SingleOptionsFactory<ConsentServerOptions>(() => (ConsentServerOptions)provider.GetRequiredService<IOptions<ConsentOptions>>().Value));
        if (!services.Any(service => service.ServiceType == typeof(ExternalSource)))
        {
            services.AddSingleton<ExternalSource>();
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ExternalSource>());
        }

        services.TryAddSingleton<LeakLog>();
        services.TryAddSingleton<ReportsEndpoint>();
        services.TryAddSingleton<PanelHints>();
        services.TryAddSingleton<PretendedRequests>();
        if (!services.Any(service => service.ServiceType == typeof(IMeterFactory)))
        {
            services.AddMetrics();
        }

        services.TryAddSingleton<ConsentMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookiePolicyOptions>, CookiePolicyBridge>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, ConsentMatcherPolicy>());
        services.AddDataProtection();
        services.TryAddSingleton<SignalCookie>();
        services.TryAddSingleton<StateCache>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OutputCacheOptions>, ConsentOutputCacheSetup>());
        services.TryAddScoped<ScopeMark>();
        services.TryAddScoped<RequestConsentService>();
        services.TryAddScoped<RequestConsentPage>();
        services.TryAddScoped<InteractiveConsentService>();
        services.TryAddScoped<InteractiveConsentPage>();
        services.TryAddScoped<IConsentService>(scope => RequestOf(scope) is null
            ? scope.GetRequiredService<InteractiveConsentService>() : scope.GetRequiredService<RequestConsentService>());
        services.TryAddScoped<IConsentPage>(scope => RequestOf(scope) is null
            ? scope.GetRequiredService<InteractiveConsentPage>() : scope.GetRequiredService<RequestConsentPage>());
        services.TryAddScoped<PageEvents>();
        services.TryAddScoped<RequestConsentEvents>();
        services.TryAddScoped<InteractiveConsentEvents>();
        services.TryAddScoped<IConsentEvents>(scope => RequestOf(scope) is null
            ? scope.GetRequiredService<InteractiveConsentEvents>() : scope.GetRequiredService<RequestConsentEvents>());
        services.TryAddSingleton(provider => new InteractiveHost(
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment, provider.GetRequiredService<ConsentAssets>().Route));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<CircuitHandler, CircuitConsent>());
        InteractiveServices.AddCascade(services, ServiceLifetime.Scoped);
        InteractiveServices.AddPersisted(
            services,
            ServiceLifetime.Scoped,
            scope => new() { Source = RequestOf(scope) is { } context ? () => RequestState.Persisted(ConsentFeature.Of(context)).Serialize() : null },
            scope => new() { Source = RequestOf(scope) is null ? null : () => Declared(scope).Serialize() });
        return ConsentCoreServices.Add(services);
    }

    // A circuit's accessor may still hold the request that opened its connection: only the request's own scope may use it.
    private static HttpContext? RequestOf(IServiceProvider scope) =>
        scope.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context && IsScopeOf(context, scope) ? context : null;

    private static bool IsScopeOf(HttpContext context, IServiceProvider scope)
    {
        try
        {
            return ReferenceEquals(context.RequestServices, scope) || ReferenceEquals(context.RequestServices?.GetService<ScopeMark>(), scope.GetRequiredService<ScopeMark>());
        }
        catch (ObjectDisposedException)
        {
            // A request that has ended does not belong to this scope.
            return false;
        }
    }

    private static RegistryJson Declared(IServiceProvider scope) => RegistryJson.Of(
        scope.GetRequiredService<ConsentRegistry>(),
        scope.GetRequiredService<ConsentRules>(),
        scope.GetRequiredService<IHostEnvironment>().IsDevelopment(),
        scope.GetRequiredService<ConsentAssets>().Route("ic.css"));

    /// <summary>Adds consent, set up in code.</summary>
    /// <inheritdoc cref="AddConsent(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the controller, the privacy policy's path and the rest.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, Action<ConsentServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddConsent();
        // Of the type that vendors and categories are declared with, so that what is called later counts, whichever it is.
        services.Configure<ConsentOptions>(options => configure((ConsentServerOptions)options));
        return builder;
    }

    /// <summary>Adds consent, declared by a configuration section such as <c>Consent</c>.</summary>
    /// <inheritdoc cref="AddConsent(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="section">The section.</param>
    public static IConsentBuilder AddConsent(this IServiceCollection services, IConfigurationSection section) =>
        services.AddConsent().AddConfiguration(section);
}
