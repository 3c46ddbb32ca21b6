using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Asks the host, whose answer may come later.</summary>
internal sealed class DelegateRegionResolver(Func<HttpContext, CancellationToken, ValueTask<string?>> resolve) : IRegionResolver
{
    public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => resolve(context, cancellationToken);
}
