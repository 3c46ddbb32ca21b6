using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>Requests that wait until they are released or ended.</summary>
internal sealed class HeldRequests(string path)
{
    private readonly TaskCompletionSource<bool> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first of them is here.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public bool Matches(HttpRequest request) => $"{request.Path}".Contains(path, StringComparison.Ordinal);

    public void Release() => _answered.TrySetResult(true);

    /// <summary>Ends them, and those to come, as a broken connection does.</summary>
    public void Break() => _answered.TrySetResult(false);

    /// <summary>Whether to go on.</summary>
    public async Task<bool> WaitAsync(CancellationToken gone)
    {
        _arrived.TrySetResult();
        return await _answered.Task.WaitAsync(gone);
    }
}
