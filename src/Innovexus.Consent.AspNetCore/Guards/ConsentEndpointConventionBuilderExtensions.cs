using Innovexus.Consent;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Guards endpoints.</summary>
public static class ConsentEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only visitors through who allow all of these. A page load is refused with a page that says why and where to allow it,
    /// anything else with status 403 and a problem as JSON. Authorization answers first. For one endpoint or a group; several calls add up.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint.</typeparam>
    /// <param name="builder">What is guarded.</param>
    /// <param name="ids">The ids of categories and vendors; one that is not declared stops the start.</param>
    /// <exception cref="ArgumentException">No id is given.</exception>
    public static TBuilder RequireConsent<TBuilder>(this TBuilder builder, params string[] ids)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Length == 0)
        {
            throw new ArgumentException("Name at least one category or vendor: RequireConsent(\"analytics\").", nameof(ids));
        }

        builder.Add(endpoint =>
        {
            foreach (var id in ids)
            {
                endpoint.Metadata.Add(new RequireConsentAttribute(id));
            }
        });
        return builder;
    }
}
