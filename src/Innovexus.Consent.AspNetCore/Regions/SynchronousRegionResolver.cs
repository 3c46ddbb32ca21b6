using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Asks the host, which answers at once.</summary>
internal sealed class SynchronousRegionResolver(Func<HttpContext, string?> resolve) : IRegionResolver
{
    public bool CompletesSynchronously => true;

    public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => new(resolve(context));
}
