using Microsoft.Extensions.Logging.Abstractions;

namespace Innovexus.Consent.Tests;

/// <summary>A visitor whose choice tests make.</summary>
internal sealed class FakeConsent(ConsentState state) : IConsentService
{
    private readonly ConsentSubscriptions _subscriptions = new(NullLogger.Instance);

    public ConsentState State { get; private set; } = state;

    public Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IDisposable OnChange(Func<ConsentState, Task> listener) => _subscriptions.Add(listener);

    public Task ChangeAsync(ConsentState state)
    {
        State = state;
        return _subscriptions.TellAsync(state);
    }
}
