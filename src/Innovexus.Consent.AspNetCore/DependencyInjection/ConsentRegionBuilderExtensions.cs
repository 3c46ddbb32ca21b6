using Innovexus.Consent;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where visitors are.</summary>
public static class ConsentRegionBuilderExtensions
{
    /// <summary>Trusts the headers of the proxy or CDN through which all requests come.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="header">The headers, such as <see cref="RegionHeader.Cloudflare"/>, or those of a proxy of your own.</param>
    /// <exception cref="ArgumentException">A header has no name.</exception>
    public static IConsentBuilder AddRegionHeader(this IConsentBuilder builder, RegionHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (string.IsNullOrWhiteSpace(header.Country) || header.Subdivision?.Trim() is "")
        {
            throw new ArgumentException("A header of the region has no name. Set Country to a header's name, and Subdivision to one or to null.", nameof(header));
        }

        return AddRegionResolver(builder, new HeaderRegionResolver(header));
    }

    /// <summary>Asks the site itself where a visitor is, where it knows that at once, from a claim for example.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolve">Answers an ISO 3166 code such as <c>DE</c> or <c>US-CA</c>, or <see langword="null"/> if it does not know.</param>
    public static IConsentBuilder AddRegionResolver(this IConsentBuilder builder, Func<HttpContext, string?> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        return AddRegionResolver(builder, new SynchronousRegionResolver(resolve));
    }

    /// <summary>Asks the site itself where a visitor is, where that may take a while, as a look into a database does.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="resolve">As <see cref="IRegionResolver.ResolveAsync"/>. Asked before every endpoint, except those of static assets.</param>
    public static IConsentBuilder AddRegionResolver(this IConsentBuilder builder, Func<HttpContext, CancellationToken, ValueTask<string?>> resolve)
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
}
