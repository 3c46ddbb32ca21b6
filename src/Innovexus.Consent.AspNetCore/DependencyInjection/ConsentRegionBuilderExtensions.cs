using Innovexus.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where visitors are, and what is known of them from elsewhere.</summary>
public static class ConsentRegionBuilderExtensions
{
    /// <summary>Trusts the headers of the proxy or CDN through which all requests come.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="header">The headers, such as <see cref="RegionHeader.Cloudflare"/>, or those of a proxy of your own.</param>
    public static IConsentBuilder AddRegionHeader(this IConsentBuilder builder, RegionHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return AddRegionResolver(builder, new HeaderRegionResolver(header));
    }

    /// <summary>Asks the site itself where a visitor is.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolve">Answers an ISO 3166 code such as <c>DE</c> or <c>US-CA</c>, or <see langword="null"/> if it does not know.</param>
    public static IConsentBuilder AddRegionResolver(this IConsentBuilder builder, Func<HttpContext, string?> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        return AddRegionResolver(builder, new DelegateRegionResolver(resolve));
    }

    /// <summary>Adds a resolver.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolver">The resolver.</param>
    public static IConsentBuilder AddRegionResolver(this IConsentBuilder builder, IRegionResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(resolver);
        builder.Services.AddSingleton(resolver);
        return builder;
    }

    /// <summary>Adds a source of decisions from elsewhere, such as an account's settings.</summary>
    /// <typeparam name="T">The source; made once for each request.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <exception cref="InvalidOperationException">There is another one already.</exception>
    public static IConsentBuilder AddExternalSource<T>(this IConsentBuilder builder)
        where T : class, IExternalConsentSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        var other = builder.Services.FirstOrDefault(service => service.ServiceType == typeof(IExternalConsentSource) && !service.IsKeyedService);
        if (other is not null && other.ImplementationType != typeof(T))
        {
            throw new InvalidOperationException(
                $"There is a source of decisions already ({other.ImplementationType?.Name ?? "one made by a factory"}), and one visitor has one answer. Add one source that asks both, in the order that counts for you.");
        }

        builder.Services.TryAddScoped<IExternalConsentSource, T>();
        return builder;
    }
}
