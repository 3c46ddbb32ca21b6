using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// The subscribers to changes of the state. A subscriber that throws, never ends or unsubscribes keeps no other from being called, and does
/// not make the change fail. Not safe for concurrent use, like the scope it belongs to.
/// </summary>
internal sealed partial class ConsentSubscriptions(ILogger logger)
{
    private readonly List<Subscription> _all = [];
    private int _changes;

    public IDisposable Add(Func<ConsentState, Task> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var subscription = new Subscription(listener, _all);
        _all.Add(subscription);
        return subscription;
    }

    /// <summary>Calls each in turn; none waits for the end of the one before.</summary>
    /// <returns>Completes, and never fails, when the last has ended.</returns>
    public Task TellAsync(ConsentState state) => Task.WhenAll(Calls(state));

    /// <summary>Calls each when the one before has ended, for those that share services.</summary>
    /// <returns>Completes, and never fails, when the last has ended.</returns>
    public async Task TellInTurnAsync(ConsentState state)
    {
        foreach (var call in Calls(state))
        {
            await call;
        }
    }

    // Each call begins when it is enumerated.
    private IEnumerable<Task> Calls(ConsentState state)
    {
        var change = ++_changes;
        foreach (var subscription in _all.ToArray())
        {
            // A subscriber has decided anew. The others have been told that newer state already, and must not be told this one after it.
            if (change != _changes)
            {
                break;
            }

            if (!subscription.Ended)
            {
                yield return CallAsync(subscription, state);
            }
        }
    }

    private async Task CallAsync(Subscription subscription, ConsentState state)
    {
        try
        {
            await subscription.Callback(state);
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(LogEvents.CallbackFailed, LogLevel.Error, "A callback of IConsentService.OnChange threw an exception. The change still counts, and the other callbacks ran.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed class Subscription(Func<ConsentState, Task> callback, List<Subscription> all) : IDisposable
    {
        public Func<ConsentState, Task> Callback { get; } = callback;

        public bool Ended { get; private set; }

        public void Dispose()
        {
            Ended = true;
            all.Remove(this);
        }
    }
}
