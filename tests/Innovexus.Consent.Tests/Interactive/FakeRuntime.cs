using System.Threading.Channels;
using Microsoft.JSInterop;

namespace Innovexus.Consent.Tests;

/// <summary>A page with the runtime, as a circuit reaches it: records what is called, and fails where a test says so.</summary>
internal sealed class FakeRuntime : IJSRuntime, IJSObjectReference
{
    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

    /// <summary>The names of the functions that were called, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What a function throws instead of answering.</summary>
    public Dictionary<string, Exception> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Functions whose answer comes when the test gives it.</summary>
    public Dictionary<string, TaskCompletionSource> Held { get; } = new(StringComparer.Ordinal);

    /// <summary>What the runtime says after a choice; nothing where the page has none.</summary>
    public string? Answer { get; set; }

    /// <summary>What listens for the runtime's word.</summary>
    public InteractiveConsentService? Listener { get; private set; }

    /// <summary>The form of the last choice.</summary>
    public string? Form { get; private set; }

    /// <summary>Waits until a function has been called.</summary>
    public async Task CalledAsync(string function)
    {
        while (await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken) != function)
        {
        }
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => CallAsync<TValue>(identifier, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => CallAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync() => default;

    private async ValueTask<TValue> CallAsync<TValue>(string identifier, object?[]? args)
    {
        Calls.Add(identifier);
        _calls.Writer.TryWrite(identifier);
        if (Held.TryGetValue(identifier, out var held))
        {
            await held.Task;
        }

        if (Failures.TryGetValue(identifier, out var failure))
        {
            throw failure;
        }

        switch (identifier)
        {
            case "connect":
                Listener = ((DotNetObjectReference<InteractiveConsentService>)args![0]!).Value;
                break;
            case "decide":
                Form = (string)args![0]!;
                return (TValue)(object)Answer!;
        }

        return typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)this : default!;
    }
}
