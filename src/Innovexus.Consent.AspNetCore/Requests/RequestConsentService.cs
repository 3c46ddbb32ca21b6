using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>The consent service of a request.</summary>
internal sealed class RequestConsentService(IHttpContextAccessor accessor) : IConsentService
{
    private readonly ConsentSubscriptions _subscriptions = new();

    public ConsentState State => Feature.State;

    private ConsentFeature Feature => ConsentFeature.Of(accessor.HttpContext!);

    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        var state = await Feature.DecideAsync(choice);
        await _subscriptions.TellAsync(state);
        return state;
    }

    public IDisposable OnChanged(Func<ConsentState, Task> callback) => _subscriptions.Add(callback);
}
