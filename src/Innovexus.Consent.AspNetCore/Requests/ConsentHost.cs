using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>What all requests of an application share, looked up once. Safe for concurrent use.</summary>
internal sealed class ConsentHost(
    ConsentRegistry registry,
    ConsentRules rules,
    IOptions<ConsentServerOptions> options,
    TimeProvider clock,
    StateCache states,
    SignalCookie signal,
    RequestNames names,
    ConsentDiagnostics diagnostics,
    ResponseCookieFilter cookies,
    VendorPolicy policy,
    ExternalSource external,
    SourceFailures failures,
    IEnumerable<IRegionResolver> resolvers,
    IServiceProviderIsService services)
{
    private readonly bool _asksMore = resolvers.Any(resolver => resolver.Headers.Count == 0);
    private readonly bool _resolvesLater = resolvers.Any(resolver => !resolver.CompletesSynchronously);

    public ConsentRegistry Registry { get; } = registry;

    public ConsentRules Rules { get; } = rules;

    public ConsentServerOptions Options { get; } = options.Value;

    public BannerLook Banner { get; } = BannerLook.Find(options.Value.Banner)!;

    public TimeProvider Clock { get; } = clock;

    public StateCache States { get; } = states;

    public SignalCookie Signal { get; } = signal;

    public RequestNames Names { get; } = names;

    public ConsentDiagnostics Diagnostics { get; } = diagnostics;

    public ResponseCookieFilter Cookies { get; } = cookies;

    public VendorPolicy Policy { get; } = policy;

    public ExternalSource External { get; } = external;

    public SourceFailures Failures { get; } = failures;

    /// <summary>What is told before all is known of a visitor: nothing optional is granted.</summary>
    public ConsentState Denied { get; } = ConsentState.Denied(registry);

    /// <summary>The state of nobody: undecided, under the strictest rules. Without a decision no time changes it.</summary>
    public ConsentState Anyone { get; } = ConsentEvaluator.Evaluate(registry, rules, ConsentFacts.Unknown, null, clock.GetUtcNow());

    /// <summary>In the order in which they are asked.</summary>
    public IRegionResolver[] Resolvers { get; } = [.. resolvers.OrderBy(resolver => resolver.Order)];

    /// <summary>Whether the site has decisions from elsewhere; their source belongs to the request.</summary>
    public bool HasExternalSource { get; } = services.IsService(typeof(IExternalConsentSource));

    /// <summary>Whether the host tells of visitors by more than the request's headers, which may not be known before middlewares have run.</summary>
    public bool IsPersonal => HasExternalSource || MayLock || _asksMore;

    /// <summary>Whether the host can say that everything is locked for a visitor.</summary>
    public bool MayLock => Options.Age is not null || Options.Restricted is not null;

    /// <summary>Whether an answer of the host about visitors may come late. Endpoints then wait for it.</summary>
    public bool MayAnswerLater => HasExternalSource || MayLock || _resolvesLater;
}
