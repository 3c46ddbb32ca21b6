namespace Innovexus.Consent;

/// <summary>What the host is asked for, when nobody may wait for it any more.</summary>
internal static class LateTasks
{
    /// <summary>The same task. If it fails when nobody waits for it any more, that is not reported as an exception that nobody looked at.</summary>
    public static Task<T> Observed<T>(this Task<T> task)
    {
        _ = task.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }
}
