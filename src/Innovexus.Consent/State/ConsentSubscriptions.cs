namespace Innovexus.Consent;

/// <summary>Who wants to hear of changes. Not safe for concurrent use, like the scope it belongs to.</summary>
internal sealed class ConsentSubscriptions
{
    private readonly List<Subscription> _all = [];

    public IDisposable Add(Func<ConsentState, Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var subscription = new Subscription(callback, _all);
        _all.Add(subscription);
        return subscription;
    }

    public async Task TellAsync(ConsentState state)
    {
        foreach (var subscription in _all.ToArray())
        {
            await subscription.Callback(state);
        }
    }

    private sealed class Subscription(Func<ConsentState, Task> callback, List<Subscription> all) : IDisposable
    {
        public Func<ConsentState, Task> Callback { get; } = callback;

        public void Dispose() => all.Remove(this);
    }
}
