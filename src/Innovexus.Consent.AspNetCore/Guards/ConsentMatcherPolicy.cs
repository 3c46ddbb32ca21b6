using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Innovexus.Consent;

/// <summary>
/// Lets a request reach a guarded endpoint only where the visitor allows everything that it names. In routing, so that no middleware
/// line can be missing, and after the policies that find dynamic endpoints. Match sets without a guard never meet it.
/// </summary>
internal sealed class ConsentMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    // Endpoints live as long as their source; with what is refused there are as many as there are guarded endpoints and subsets of ids.
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Endpoint, ConcurrentDictionary<string, Endpoint>> _refused = [];

    public override int Order => 1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return ContainsDynamicEndpoints(endpoints) || endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<RequireConsentAttribute>() is not null);
    }

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
            {
                continue;
            }

            ref var candidate = ref candidates[i];
            var required = candidate.Endpoint.Metadata.GetOrderedMetadata<RequireConsentAttribute>();
            if (required.Count > 0 && Denied(httpContext, required) is { Length: > 0 } ids)
            {
                candidates.ReplaceEndpoint(i, Refused(candidate.Endpoint, ids), candidate.Values);
            }
        }

        return Task.CompletedTask;
    }

    private static string[] Denied(HttpContext context, IReadOnlyList<RequireConsentAttribute> required)
    {
        // Asks for the state, and so tells caches what the answer depends on, whichever it is.
        var state = ConsentFeature.Of(context).State;
        List<string>? denied = null;
        foreach (var attribute in required)
        {
            if (!state.IsGranted(attribute.Id) && denied?.Contains(attribute.Id) != true)
            {
                (denied ??= []).Add(attribute.Id);
            }
        }

        return denied is null ? [] : [.. denied];
    }

    private Endpoint Refused(Endpoint original, string[] ids) =>
        _refused.GetOrCreateValue(original).GetOrAdd(string.Join(' ', ids), static (_, made) => RefusedEndpoint.Of(made.original, made.ids), (original, ids));
}
