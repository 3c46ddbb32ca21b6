using System.Collections.Concurrent;

namespace Innovexus.Site.ThirdParties;

/// <summary>The last requests that the third parties received, in memory. Safe for concurrent use.</summary>
internal sealed class RequestLog(int length)
{
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();
    private long _total;

    public void Add(HttpRequest request)
    {
        _requests.Enqueue(new(Interlocked.Increment(ref _total), DateTimeOffset.UtcNow, request.Host.Host, request.Method, request.Path));
        while (_requests.Count > length)
        {
            _requests.TryDequeue(out _);
        }
    }

    /// <summary>Newest first.</summary>
    public LoggedRequest[] Read() => [.. _requests.Reverse()];
}
