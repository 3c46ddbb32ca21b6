using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Innovexus.Consent;

/// <summary>What is wrong with the guarded endpoints of a host, told before it takes the first request.</summary>
internal static class GuardReview
{
    public static IReadOnlyList<ConsentProblem> Review(IEnumerable<Endpoint> endpoints, ConsentRegistry registry)
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
                problems.Add(new(path, $"It requires consent to '{id}', which is neither a category nor a vendor.{ConsentId.Suggestion(id, registry.Ids)} Declare it in AddConsent or in the Consent section."));
            }

            if (endpoint.Metadata.GetMetadata<ResponseCacheAttribute>() is { NoStore: false })
            {
                problems.Add(new(path, "It requires consent and lets response caching store its answer ([ResponseCache]), which then would be handed to visitors without it. Remove one of the two, or use the output cache ([OutputCache]), which asks first."));
            }
        }

        return problems;
    }
}
