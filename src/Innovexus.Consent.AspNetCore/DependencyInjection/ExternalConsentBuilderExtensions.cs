using Innovexus.Consent;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says what visitors have decided elsewhere.</summary>
public static class ExternalConsentBuilderExtensions
{
    /// <summary>Adds a source of decisions from elsewhere, such as an account's settings.</summary>
    /// <typeparam name="T">The source; made anew for each call, in a scope of its own.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <exception cref="InvalidOperationException">There is another one already.</exception>
    public static IConsentBuilder AddExternalConsentSource<T>(this IConsentBuilder builder)
        where T : class, IExternalConsentSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        var other = builder.Services.FirstOrDefault(service => service.ServiceType == typeof(IExternalConsentSource) && !service.IsKeyedService);
        if (other is not null && other.ImplementationType != typeof(T))
        {
            throw new InvalidOperationException(
                $"A source of decisions is already registered ({other.ImplementationType?.Name ?? "one made by a factory"}). Only one is possible. Register one source that asks both.");
        }

        builder.Services.TryAddScoped<IExternalConsentSource, T>();
        return builder;
    }
}
