using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Where a request comes from, and what that depends on.</summary>
internal sealed class RequestRegion
{
    private const string Source = "region";

    /// <summary>Where nobody tells where visitors are.</summary>
    public static RequestRegion Unknown { get; } = new();

    /// <summary>The code in its one form; nothing if unknown.</summary>
    public string? Code { get; private set; }

    /// <summary>The request headers that it depends on.</summary>
    public string[] Headers { get; private set; } = [];

    /// <summary>Whether a cache cannot see what it depends on.</summary>
    public bool IsPrivate { get; private set; }

    public static RequestRegion Of(HttpContext context, IRegionResolver[] resolvers, SourceFailures failures)
    {
        var region = new RequestRegion();
        foreach (var resolver in resolvers)
        {
            region.Headers = [.. region.Headers, .. resolver.Headers];
            region.IsPrivate |= resolver.Headers.Count == 0;
            if (RegionCode.Normalize(Ask(context, resolver, failures)) is { } code)
            {
                region.Code = code;
                break;
            }
        }

        return region;
    }

    // A resolver that fails counts as one that does not know. Its visitors still get the page, and what they decided still counts.
    private static string? Ask(HttpContext context, IRegionResolver resolver, SourceFailures failures)
    {
        try
        {
            return resolver.Resolve(context);
        }
        catch (Exception exception)
        {
            failures.Report(Source, resolver.GetType().Name, exception, of: resolver);
            return null;
        }
    }
}
