using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent in a circuit or a WebAssembly application. The page's persisted state counts until the runtime in the
/// browser has been heard; from then on its word does, and what is decided here it posts.
/// </summary>
internal sealed partial class InteractiveConsentService(
    ConsentRegistry registry,
    AddConsentClientState persisted,
    IJSRuntime js,
    ILogger<InteractiveConsentService> logger) : IConsentService, IAsyncDisposable, IDisposable
{
    // By its plain name, which every host serves; an import map leads it to the fingerprinted one.
    public const string Module = "./_content/Innovexus.Consent/ic-net.js";

    private readonly ConsentSubscriptions _subscriptions = new();
    private ConsentState? _state;
    private Task<IJSObjectReference>? _connection;
    private DotNetObjectReference<InteractiveConsentService>? _self;

    public ConsentState State
    {
        get
        {
            if (_state is null)
            {
                var first = persisted.Read();
                _state = first is null
                    ? ConsentState.Denied(registry)
                    : StateFromBrowser.Read(first, registry, null);
                if (js is IJSInProcessRuntime browser)
                {
                    // No first paint with an older state than the page's own.
                    _state = ReadNow(browser) is { } now ? StateFromBrowser.Read(now, registry, _state) : _state;
                    _ = ListenAsync();
                }
            }

            return _state;
        }
    }

    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var connection = await ConnectAsync();
            await ChangedAsync(await connection.InvokeAsync<string>("decide", cancellationToken, DecisionFields.Write(choice, registry, State)));
            return State;
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                "The choice could not be kept: the consent runtime is not in this page. Place <ConsentHead /> in App.razor, and see that the Content-Security-Policy lets ic.js and ic-net.js load.", exception);
        }
    }

    public IDisposable OnChanged(Func<ConsentState, Task> callback)
    {
        // In WebAssembly the first use is what begins to listen.
        _ = State;
        return _subscriptions.Add(callback);
    }

    /// <summary>Hears of every change from now on. A page without the runtime, or one that goes away meanwhile, is no error.</summary>
    public async Task ListenAsync()
    {
        try
        {
            await ConnectAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
            LogNotConnected(logger, exception);
        }
    }

    /// <summary>Hears where the visitor stands now, if a change may have been missed while there was no connection.</summary>
    public async Task ListenAgainAsync()
    {
        try
        {
            if (_connection is { IsCompletedSuccessfully: true })
            {
                await (await _connection).InvokeVoidAsync("tell");
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            LogNotConnected(logger, exception);
        }
    }

    /// <summary>Called by the runtime, on the renderer's dispatcher.</summary>
    [JSInvokable]
    public async Task ChangedAsync(string state)
    {
        var before = State;
        _state = StateFromBrowser.Read(ConsentStateJson.Deserialize(state), registry, before);
        if (!_state.IsSameAs(before))
        {
            await _subscriptions.TellAsync(_state);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_connection is { IsCompletedSuccessfully: true })
            {
                var connection = await _connection;
                await connection.InvokeVoidAsync("disconnect");
                await connection.DisposeAsync();
            }
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The circuit or the page went first.
        }

        Dispose();
    }

    // Of a scope that never reached a browser.
    public void Dispose() => _self?.Dispose();

    private Task<IJSObjectReference> ConnectAsync() =>
        _connection is { IsFaulted: false, IsCanceled: false } ? _connection : _connection = OpenAsync();

    private async Task<IJSObjectReference> OpenAsync()
    {
        _self ??= DotNetObjectReference.Create(this);
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
        return await module.InvokeAsync<IJSObjectReference>("connect", _self);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An element of JSON needs no reflection.")]
    private static ConsentStateJson? ReadNow(IJSInProcessRuntime browser)
    {
        try
        {
            return ConsentStateJson.Read(browser.GetValue<JsonElement>("innovexusConsent.state"));
        }
        catch (JSException)
        {
            // Not there yet, or blocked.
            return null;
        }
    }

    private static bool IsGone(Exception exception) =>
        exception is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    [LoggerMessage(2, LogLevel.Debug, "The consent runtime in the browser was not reached.")]
    private static partial void LogNotConnected(ILogger logger, Exception exception);
}
