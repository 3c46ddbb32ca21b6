using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Asks the host.</summary>
internal sealed class DelegateRegionResolver(Func<HttpContext, string?> resolve) : IRegionResolver
{
    public string? Resolve(HttpContext context) => resolve(context);
}
