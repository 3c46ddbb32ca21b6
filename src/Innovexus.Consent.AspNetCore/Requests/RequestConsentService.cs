using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>The consent service of a request.</summary>
internal sealed class RequestConsentService(IHttpContextAccessor accessor, ILogger<RequestConsentService> logger) : IConsentService
{
    private readonly ConsentSubscriptions _subscriptions = new(logger);

    public ConsentState State => accessor.HttpContext!.GetConsent();

    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        var state = await ConsentFeature.Of(accessor.HttpContext!).Decisions.DecideAsync(choice, cancellationToken: cancellationToken);
        // The services that callbacks use end with the request, and may not be used by two at once, so it waits for each in turn; the choice does not depend on them.
        await _subscriptions.TellInTurnAsync(state).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return State;
    }

    public IDisposable OnChange(Func<ConsentState, Task> listener) => _subscriptions.Add(listener);
}
