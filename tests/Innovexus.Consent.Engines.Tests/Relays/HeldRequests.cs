using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>Requests that wait, until they are let through or their connection breaks; and so those to come.</summary>
internal sealed class HeldRequests(string path)
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<bool> _passes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first of them is here.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public bool Matches(HttpRequest request) => $"{request.Path}".Contains(path, StringComparison.Ordinal);

    public void Release() => Answer(true);

    public void Break() => Answer(false);

    /// <summary>Whether to go on.</summary>
    public async Task<bool> WaitAsync(CancellationToken gone)
    {
        _arrived.TrySetResult();
        return await _passes.Task.WaitAsync(gone);
    }

    private void Answer(bool passes)
    {
        var answered = new TaskCompletionSource<bool>();
        answered.SetResult(passes);
        Interlocked.Exchange(ref _passes, answered).TrySetResult(passes);
    }
}
