using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Reads the region from headers that the site trusts.</summary>
internal sealed class HeaderRegionResolver(RegionHeader header) : IRegionResolver
{
    public int Order => 100;

    public IReadOnlyList<string> Headers { get; } = header.Subdivision is null ? [header.Country] : [header.Country, header.Subdivision];

    public bool CompletesSynchronously => true;

    public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => new(Resolve(context));

    private string? Resolve(HttpContext context)
    {
        // Several values mean that somebody before the proxy has sent one too.
        if (context.Request.Headers[header.Country] is not [{ Length: > 0 } country])
        {
            return null;
        }

        return header.Subdivision is not null && context.Request.Headers[header.Subdivision] is [{ Length: > 0 } part]
            ? RegionCode.Normalize($"{country}-{part}") ?? country
            : country;
    }
}
