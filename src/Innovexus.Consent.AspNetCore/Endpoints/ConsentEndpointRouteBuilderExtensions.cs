using Innovexus.Consent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of the consent library.</summary>
public static class ConsentEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps what banner, preferences and privacy choices need: <c>POST /_ic/decision</c>, <c>GET /_ic/preferences</c>,
    /// <c>GET /_ic/privacy-choices</c>, <c>GET /_ic/state</c> and <c>GET /.well-known/gpc.json</c>. All are open to every
    /// visitor whatever the fallback policy; who may post is decided by origin, so no antiforgery token ties a page to one visitor.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>Adds conventions to all of them.</returns>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static IEndpointConventionBuilder MapConsent(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var marker = endpoints.ServiceProvider.GetService<ConsentEndpointMarker>()
            ?? throw new InvalidOperationException("Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs, before builder.Build().");
        marker.Mapped = true;

        var group = endpoints.MapGroup(ConsentPaths.Prefix).AllowAnonymous().DisableAntiforgery();
        group.MapPost(ConsentPaths.Decision[ConsentPaths.Prefix.Length..], (Delegate)DecisionEndpoint.HandleAsync);
        group.MapGet(ConsentPaths.Preferences[ConsentPaths.Prefix.Length..], (Delegate)PreferencesEndpoint.Handle);
        group.MapGet(ConsentPaths.PrivacyChoices[ConsentPaths.Prefix.Length..], (Delegate)PrivacyChoicesEndpoint.Handle);
        group.MapGet(ConsentPaths.State[ConsentPaths.Prefix.Length..], (Delegate)StateEndpoint.Handle);
        endpoints.MapGet(GpcStatementEndpoint.Path, (Delegate)GpcStatementEndpoint.Handle).AllowAnonymous();
        return group;
    }
}
