using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent.Benchmarks;

/// <summary>A response that starts, as a server's does, and allocates nothing for it: it keeps one callback in place.</summary>
internal sealed class StartedResponse : IHttpResponseFeature
{
    private Func<object, Task>? _callback;
    private object _state = "";

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public Stream Body { get; set; } = Stream.Null;

    public bool HasStarted => false;

    public void OnStarting(Func<object, Task> callback, object state) => (_callback, _state) = (callback, state);

    public void OnCompleted(Func<object, Task> callback, object state)
    {
        // Nobody waits for the end.
    }

    public void Start() => _callback?.Invoke(_state).GetAwaiter().GetResult();
}
