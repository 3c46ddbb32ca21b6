using Microsoft.Extensions.Time.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Tells when somebody begins to wait for an answer of the host's, so that the clock moves at no other time.</summary>
internal sealed class WatchedClock() : FakeTimeProvider(Host.Clock().GetUtcNow())
{
    public TaskCompletionSource IsWaitedFor { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == new ConsentServerOptions().SourceTimeout)
        {
            IsWaitedFor.TrySetResult();
        }

        return timer;
    }
}
