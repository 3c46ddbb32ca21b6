using Innovexus.Consent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a database of addresses.</summary>
public static class MaxMindRegionExtensions
{
    /// <summary>
    /// Finds out where visitors are, from a database of addresses in MaxMind's format. GeoLite2 Country, for example, holds countries;
    /// GeoLite2 City holds their parts too, which matter in the United States and Canada. It is asked after the host's own resolvers and
    /// trusted headers. The address is that of the connection (behind a proxy, use forwarded headers); it is neither stored nor logged.
    /// </summary>
    /// <remarks>
    /// The file is read into memory and read again when it is replaced. If it is missing or broken, that is logged as an error and
    /// the region of visitors is unknown, so that the strictest rules apply; with <see cref="ConsentServerOptions.Strict"/> the start stops.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file's path; a relative one is below the application's content root.</param>
    public static IConsentBuilder AddMaxMindRegions(this IConsentBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (builder.Services.Any(service => service.IsKeyedService && service.ServiceType == typeof(MaxMindRegions) && Equals(service.ServiceKey, path)))
        {
            return builder;
        }

        // Each file has a resolver of its own, so that there can be several.
        builder.Services.AddKeyedSingleton(path, (provider, _) => new MaxMindRegions(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, path),
            provider.GetRequiredService<IOptions<ConsentServerOptions>>(),
            provider.GetRequiredService<ILogger<MaxMindRegions>>()));
        builder.Services.AddSingleton<IRegionResolver>(provider => provider.GetRequiredKeyedService<MaxMindRegions>(path));
        builder.Services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<MaxMindRegions>(path));
        return builder;
    }
}
