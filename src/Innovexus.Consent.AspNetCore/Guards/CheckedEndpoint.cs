using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Innovexus.Consent;

/// <summary>
/// Stands in the place of a guarded endpoint that is let through, where the host tells of visitors by who they are (age, restriction, an
/// account's settings): that is known only once they are signed in, which is after routing. It asks again and then does what the original does.
/// </summary>
internal static class CheckedEndpoint
{
    public static Endpoint Of(Endpoint original, Func<HttpContext, Endpoint, Endpoint?> refusal)
    {
        RequestDelegate run = context => (refusal(context, original) ?? original).RequestDelegate?.Invoke(context) ?? Task.CompletedTask;
        return original is RouteEndpoint route
            ? new RouteEndpoint(run, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(run, original.Metadata, original.DisplayName);
    }
}
