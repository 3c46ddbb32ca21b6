using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The consent service of a request.</summary>
internal sealed class RequestConsentService(IHttpContextAccessor accessor, IServiceProvider scope) : IConsentService
{
    private readonly List<Subscription> _subscriptions = [];

    public ConsentState State => Feature.State;

    // A circuit's accessor may still hold the request that opened its connection: only the request's own scope may use it.
    private ConsentFeature Feature => accessor.HttpContext is { } context && ReferenceEquals(context.RequestServices, scope)
        ? ConsentFeature.Of(context)
        : throw new InvalidOperationException(
            "There is no HTTP request here. IConsentService works in endpoints, middleware and statically rendered components; interactive components "
            + "(@rendermode InteractiveServer, InteractiveWebAssembly or InteractiveAuto) are not supported yet: ask in a static parent and pass the answer as a parameter.");

    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        var state = Feature.Decide(choice);
        foreach (var subscription in _subscriptions.ToArray())
        {
            await subscription.Callback(state);
        }

        return state;
    }

    public IDisposable OnChanged(Func<ConsentState, Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var subscription = new Subscription(callback, _subscriptions);
        _subscriptions.Add(subscription);
        return subscription;
    }

    private sealed class Subscription(Func<ConsentState, Task> callback, List<Subscription> all) : IDisposable
    {
        public Func<ConsentState, Task> Callback { get; } = callback;

        public void Dispose() => all.Remove(this);
    }
}
