using Innovexus.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of the consent library.</summary>
public static class ConsentEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps what banner, preferences and privacy choices need: <c>POST /_ic/decision</c>, <c>GET /_ic/preferences</c>,
    /// <c>GET /_ic/privacy-choices</c> and <c>GET /_ic/state</c>; <c>GET /.well-known/gpc.json</c> where the site has said since when it
    /// honors the signal (<see cref="ConsentServerOptions.GlobalPrivacyControlStatement"/>); <c>POST /_ic/reports</c> for what
    /// browsers report, and in Development <c>GET /_ic/leaks</c>, which lists it, and what <see cref="ConsentPanel"/> asks under <c>/_ic/panel</c>; <c>GET /_ic/source/…</c> with <see cref="ConsentServerOptions.DebugScripts"/>. All are open to every visitor whatever the fallback policy; who may post is decided by origin, so no antiforgery token ties a page to one visitor.
    /// </summary>
    /// <remarks>
    /// A second call returns what the first did. A group without a prefix may be mapped on; one with a prefix stops the start, since forms
    /// and scripts know the addresses as they stand here. For an application below a path, use <c>UsePathBase</c>.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <returns>Adds conventions to those under <c>/_ic</c>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static IEndpointConventionBuilder MapConsent(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var marker = endpoints.ServiceProvider.GetService<ConsentEndpointMarker>()
            ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs, before builder.Build().");
        return marker.GetOrMap(endpoints, times => Map(endpoints, times));
    }

    private static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, int times)
    {
        // The last one counts where it was mapped elsewhere before, as on the application and on a group without a prefix.
        void Place(EndpointBuilder endpoint)
        {
            ThrowIfMoved((RouteEndpointBuilder)endpoint);
            ((RouteEndpointBuilder)endpoint).Order = -times;
        }

        var group = endpoints.MapGroup(ConsentPaths.Prefix).AllowAnonymous().DisableAntiforgery();
        ((IEndpointConventionBuilder)group).Add(Place);
        IEndpointConventionBuilder[] posts =
        [
            group.MapPost(ConsentPaths.Decision[ConsentPaths.Prefix.Length..], Private(DecisionEndpoint.HandleAsync)),
            group.MapPost(ReportsEndpoint.Route, Private(static context => context.RequestServices.GetRequiredService<ReportsEndpoint>().HandleAsync(context))),
        ];
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<ConsentServerOptions>>().Value;
        if (options.RateLimiterPolicy is { } policy)
        {
            Array.ForEach(posts, post => post.RequireRateLimiting(policy));
        }

        group.MapGet(ConsentPaths.Preferences[ConsentPaths.Prefix.Length..], Private(static context => Task.FromResult(PreferencesEndpoint.Handle(context))));
        group.MapGet(ConsentPaths.PrivacyChoices[ConsentPaths.Prefix.Length..], Private(static _ => Task.FromResult(PrivacyChoicesEndpoint.Handle())));
        group.MapGet(ConsentPaths.State[ConsentPaths.Prefix.Length..], Private(static context => Task.FromResult(StateEndpoint.Handle(context, context.RequestServices.GetRequiredService<ConsentDiagnostics>()))));
        group.MapGet(LeaksEndpoint.Route, Private(static context => Task.FromResult(LeaksEndpoint.Handle(context.RequestServices.GetRequiredService<LeakLog>()))));
        if (endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            group.MapPost(PanelEndpoint.Route, Private(PanelEndpoint.HandleAsync));
            group.MapGet(PanelFiles.Route, Private(static context => Task.FromResult(PanelFiles.Handle(context))));
        }

        if (options.DebugScripts)
        {
            group.MapGet(SourceEndpoint.Route, Private(SourceEndpoint.HandleAsync));
        }

        if (options.GlobalPrivacyControlStatement is { } date)
        {
            endpoints.MapGet(GpcStatementEndpoint.Path, GpcStatementEndpoint.For(date)).AllowAnonymous().Add(Place);
        }

        return group;
    }

    private static void ThrowIfMoved(RouteEndpointBuilder endpoint)
    {
        var path = endpoint.RoutePattern.RawText?.TrimStart('/') ?? "";
        if (path.LastIndexOf($"{ConsentPaths.Prefix}/", StringComparison.Ordinal) != 0 && path != GpcStatementEndpoint.Path.TrimStart('/'))
        {
            throw new InvalidOperationException(
                $"MapConsent is called on a route group with a prefix, which moves its endpoints to '/{path}', where nothing would find them. Call app.MapConsent() on the application itself, "
                + "and add conventions such as RequireHost to what it returns. For an application below a path, call app.UsePathBase.");
        }
    }

    // What they answer is one visitor's. The output cache does not read the header, which is set again when the response starts.
    // Not as delegates whose parameters the framework binds: it would compile code for each of them when the application starts.
    private static RequestDelegate Private(Func<HttpContext, Task<IResult>> handle) => async context =>
    {
        context.Response.Headers.CacheControl = "no-store";
        PrivateResponse.Mark(context);
        PageCulture.Take(context.Request.Query[PageCulture.Field]);
        await (await handle(context)).ExecuteAsync(context);
    };
}
