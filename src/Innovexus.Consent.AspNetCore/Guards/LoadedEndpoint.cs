using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Innovexus.Consent;

/// <summary>
/// Takes the place of an endpoint where the host may answer later what it is asked about visitors: a source of decisions from elsewhere, a
/// region, the age or a restriction. It asks, once the visitor is known, waits for the answers, and then runs the original, so that whatever
/// the endpoint runs can ask for the state without waiting.
/// </summary>
internal static class LoadedEndpoint
{
    /// <summary>Whether an endpoint may ask for consent.</summary>
    public static bool MayAsk(Endpoint endpoint) => endpoint.RequestDelegate is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null;

    public static Endpoint Of(Endpoint original) => Of(original, original.Metadata, (_, run) => run);

    /// <param name="original">The endpoint.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="choose">Chooses what runs, when everything is known.</param>
    public static Endpoint Of(Endpoint original, EndpointMetadataCollection metadata, Func<HttpContext, Endpoint, Endpoint> choose)
    {
        async Task LoadAndRun(HttpContext context)
        {
            await ConsentFeature.Of(context).LoadAsync();
            await Run(context);
        }

        Task Run(HttpContext context) => choose(context, original).RequestDelegate?.Invoke(context) ?? Task.CompletedTask;

        RequestDelegate run = context => ConsentFeature.Of(context).IsPending ? LoadAndRun(context) : Run(context);
        return original is RouteEndpoint route
            ? new RouteEndpoint(run, route.RoutePattern, route.Order, metadata, route.DisplayName)
            : new Endpoint(run, metadata, original.DisplayName);
    }
}
