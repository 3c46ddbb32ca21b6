using Innovexus.Consent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of the consent library.</summary>
public static class ConsentEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps what banner, preferences and privacy choices need: <c>POST /_ic/decision</c>, <c>GET /_ic/preferences</c>,
    /// <c>GET /_ic/privacy-choices</c> and <c>GET /_ic/state</c>; <c>GET /.well-known/gpc.json</c> where the site has said since when it
    /// honors the signal (<see cref="ConsentOptions.GlobalPrivacyControlStatement"/>); <c>POST /_ic/reports</c> for what
    /// browsers report, and in Development <c>GET /_ic/leaks</c>, which lists it; <c>GET /_ic/source/…</c> with <see cref="ConsentOptions.DebugScripts"/>. All are open to every visitor whatever the fallback policy; who may post is decided by origin, so no antiforgery token ties a page to one visitor.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>Adds conventions to those under <c>/_ic</c>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static IEndpointConventionBuilder MapConsent(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var marker = endpoints.ServiceProvider.GetService<ConsentEndpointMarker>()
            ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs, before builder.Build().");
        marker.Mapped = true;

        var group = endpoints.MapGroup(ConsentPaths.Prefix).AllowAnonymous().DisableAntiforgery().AddEndpointFilter(static (invocation, next) =>
        {
            // What they answer is one visitor's. The output cache does not read the header, which is set again when the response starts.
            invocation.HttpContext.Response.Headers.CacheControl = "no-store";
            PrivateResponse.Mark(invocation.HttpContext);
            return next(invocation);
        });
        IEndpointConventionBuilder[] posts =
        [
            group.MapPost(ConsentPaths.Decision[ConsentPaths.Prefix.Length..], (Delegate)DecisionEndpoint.HandleAsync),
            group.MapPost(ReportsEndpoint.Route, static (HttpContext context, ReportsEndpoint reports) => reports.HandleAsync(context)),
        ];
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<ConsentOptions>>().Value;
        if (options.RateLimiterPolicy is { } policy)
        {
            Array.ForEach(posts, post => post.RequireRateLimiting(policy));
        }

        group.MapGet(ConsentPaths.Preferences[ConsentPaths.Prefix.Length..], (Delegate)PreferencesEndpoint.Handle);
        group.MapGet(ConsentPaths.PrivacyChoices[ConsentPaths.Prefix.Length..], (Delegate)PrivacyChoicesEndpoint.Handle);
        group.MapGet(ConsentPaths.State[ConsentPaths.Prefix.Length..], (Delegate)StateEndpoint.Handle);
        group.MapGet(LeaksEndpoint.Route, (Delegate)LeaksEndpoint.Handle);
        if (options.DebugScripts)
        {
            group.MapGet(SourceEndpoint.Route, (Delegate)SourceEndpoint.HandleAsync);
        }

        if (options.GlobalPrivacyControlStatement is { } date)
        {
            endpoints.MapGet(GpcStatementEndpoint.Path, GpcStatementEndpoint.For(date)).AllowAnonymous();
        }

        return group;
    }
}
