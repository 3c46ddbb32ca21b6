using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Innovexus.Consent;

/// <summary>
/// Lets a request reach a guarded endpoint only where the visitor allows everything that it names. It works in routing, so that no
/// middleware line can be missing, and runs after the policies that find dynamic endpoints. Match sets without a guard never meet it,
/// unless the host may answer later what it is asked about visitors: then every endpoint waits for that.
/// </summary>
internal sealed class ConsentMatcherPolicy(ConsentHost host) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Endpoints live as long as their source; with what is refused there are as many as there are guarded endpoints and subsets of ids.
    private readonly ConditionalWeakTable<Endpoint, ConcurrentDictionary<string, Endpoint>> _refused = [];
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _open = [];
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _shut = [];
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _loaded = [];

    public override int Order => 1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return host.MayAnswerLater || ContainsDynamicEndpoints(endpoints) || endpoints.Any(IsGuarded);
    }

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (host.MayAnswerLater && HasGuard(candidates))
        {
            return LoadAndApplyAsync(httpContext, candidates);
        }

        Apply(httpContext, candidates);
        return Task.CompletedTask;
    }

    private static bool HasGuard(CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsGuarded(candidates[i].Endpoint))
            {
                return true;
            }
        }

        return false;
    }

    // This is the verdict as far as the visitor is known now.
    private async Task LoadAndApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        await ConsentFeature.Of(httpContext).LoadAsync();
        Apply(httpContext, candidates);
    }

    private static bool IsGuarded(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RequireConsentAttribute>() is not null;

    private void Apply(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
            {
                continue;
            }

            ref var candidate = ref candidates[i];
            if (!IsGuarded(candidate.Endpoint))
            {
                if (host.MayAnswerLater && LoadedEndpoint.MayAsk(candidate.Endpoint))
                {
                    candidates.ReplaceEndpoint(i, _loaded.GetValue(candidate.Endpoint, LoadedEndpoint.Of), candidate.Values);
                }

                continue;
            }

            var instead = Refusal(httpContext, candidate.Endpoint);
            if (host.IsPersonal)
            {
                var shut = instead is not null;
                instead = (shut ? _shut : _open).GetValue(candidate.Endpoint, original => CheckedEndpoint.Of(original, shut, Refusal));
            }

            if (instead is not null)
            {
                candidates.ReplaceEndpoint(i, instead, candidate.Values);
            }
        }
    }

    // Caches are told what the answer depends on, whichever it is.
    private Endpoint? Refusal(HttpContext context, Endpoint endpoint)
    {
        var state = context.GetConsent();
        List<string>? denied = null;
        foreach (var attribute in endpoint.Metadata.GetOrderedMetadata<RequireConsentAttribute>())
        {
            if (!state.IsGranted(attribute.Id) && denied?.Contains(attribute.Id) != true)
            {
                (denied ??= []).Add(attribute.Id);
            }
        }

        return denied is null ? null
            : _refused.GetOrCreateValue(endpoint).GetOrAdd(string.Join(' ', denied), static (_, made) => RefusedEndpoint.Of(made.endpoint, [.. made.denied]), (endpoint, denied));
    }
}
