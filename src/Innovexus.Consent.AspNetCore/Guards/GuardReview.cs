using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Innovexus.Consent;

/// <summary>Reports what is wrong with the guarded endpoints of a host before it takes the first request.</summary>
internal static class GuardReview
{
    public static IReadOnlyList<ConsentProblem> Review(IEnumerable<Endpoint> endpoints, ConsentRegistry registry, MvcOptions mvc)
    {
        var problems = new List<ConsentProblem>();
        foreach (var endpoint in endpoints)
        {
            var required = endpoint.Metadata.GetOrderedMetadata<RequireConsentAttribute>();
            if (required.Count == 0)
            {
                continue;
            }

            var path = (endpoint as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? $"/{pattern.TrimStart('/')}" : endpoint.DisplayName ?? "";
            foreach (var id in required.Select(attribute => attribute.Id).Where(id => !registry.Knows(id)).Distinct(StringComparer.Ordinal))
            {
                problems.Add(new(path, $"It requires consent to '{id}', which is neither a category nor a vendor.{registry.Hint(id)} Correct it, or declare it in AddConsent or in the Consent section."));
            }

            foreach (var id in required.Select(attribute => attribute.Id).Where(id => registry.TryGetCategory(id, out var category) && category.Vendors.Count == 0).Distinct(StringComparer.Ordinal))
            {
                problems.Add(new(path, $"It requires consent to '{id}', a category without a vendor, which nobody can grant. Declare the vendor that it is about, or require another."));
            }

            if (Caching(endpoint).Any(caching => IsStored(caching, mvc)))
            {
                problems.Add(new(path, "Response caching ([ResponseCache]) would send its answer to visitors without a grant. Remove it, or use [OutputCache], which checks the grant first."));
            }
        }

        return problems;
    }

    // On the endpoint itself, or a filter of the whole application.
    private static IEnumerable<ResponseCacheAttribute> Caching(Endpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<ResponseCacheAttribute>()
        .Concat(endpoint.Metadata.GetMetadata<ActionDescriptor>()?.FilterDescriptors.Select(filter => filter.Filter).OfType<ResponseCacheAttribute>() ?? []);

    private static bool IsStored(ResponseCacheAttribute caching, MvcOptions mvc)
    {
        var profile = caching.GetCacheProfile(mvc);
        return profile.NoStore != true && (profile.Location ?? ResponseCacheLocation.Any) == ResponseCacheLocation.Any;
    }
}
