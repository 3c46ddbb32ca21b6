using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent in a circuit or a WebAssembly application. The page's persisted state counts until the runtime in the browser has
/// reported one. From then on the runtime's state counts, and the runtime posts what is decided here.
/// </summary>
internal sealed partial class InteractiveConsentService : IConsentService, IAsyncDisposable, IDisposable
{
    // By its plain name, which every host serves; an import map leads it to the fingerprinted one.
    public const string Module = "./_content/Innovexus.Consent/ic-net.js";

    private const string NotKept = "The choice could not be stored: ";

    private readonly ConsentRegistry _registry;
    private readonly AddConsentClientState _persisted;
    private readonly IJSRuntime _js;
    private readonly NavigationManager _navigation;
    private readonly ILogger _logger;
    private readonly ConsentSubscriptions _subscriptions;
    private ConsentState? _state;
    private Task<IJSObjectReference>? _connection;
    private DotNetObjectReference<InteractiveConsentService>? _self;

    public InteractiveConsentService(
        ConsentRegistry registry, AddConsentClientState persisted, IJSRuntime js, NavigationManager navigation, ILogger<InteractiveConsentService> logger)
    {
        _registry = registry;
        _persisted = persisted;
        _js = js;
        _navigation = navigation;
        _logger = logger;
        _subscriptions = new(logger);
        if (js is IJSInProcessRuntime)
        {
            // In a circuit, the circuit handler begins to listen.
            _ = ListenAsync();
        }
    }

    public ConsentState State
    {
        get
        {
            if (_state is null)
            {
                var first = _persisted.Read();
                _state = first is null
                    ? ConsentState.Denied(_registry)
                    : StateFromBrowser.Read(first, _registry, null);
                if (_js is IJSInProcessRuntime browser)
                {
                    // The runtime may know a newer state than the page's; the first paint shows the newer one.
                    _state = ReadNow(browser) is { } now ? StateFromBrowser.Read(now, _registry, _state) : _state;
                }
            }

            return _state;
        }
    }

    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = await ReachAsync(cancellationToken);
        var state = State;
        // From here on the choice is the browser's, and no token takes it back.
        Changed(await SendAsync(connection, DecisionFields.Write(choice, _registry, id => state[id].Locked))
            ?? throw new InvalidOperationException(
                NotKept + "the consent runtime is not in this page. Place <ConsentHead /> in App.razor, and check that the Content-Security-Policy allows ic.js."));
        return State;
    }

    public IDisposable OnChange(Func<ConsentState, Task> listener) => _subscriptions.Add(listener);

    /// <summary>Listens for changes from now on. A page without the runtime, or one that is closed meanwhile, is no error.</summary>
    public async Task ListenAsync()
    {
        try
        {
            await ConnectAsync();
        }
        catch (Exception exception) when (IsGone(exception))
        {
            LogNotConnected(_logger, exception);
        }
    }

    /// <summary>Says an event. Where the browser cannot be reached it is lost.</summary>
    public async Task TrackAsync(PageEvent pageEvent, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync().WaitAsync(cancellationToken);
            await connection.InvokeVoidAsync("track", cancellationToken, pageEvent.Name, pageEvent.Parameters, pageEvent.KeepUntilGranted);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && IsGone(exception))
        {
            LogNotSaid(_logger, pageEvent.Name, exception);
        }
    }

    /// <summary>The connection to the browser is down. A call that has not been answered never will be.</summary>
    public void Lose()
    {
        if (_connection is { IsCompletedSuccessfully: false })
        {
            _connection = null;
        }
    }

    /// <summary>Asks for the state now, if a change may have been missed while there was no connection.</summary>
    public async Task ListenAgainAsync()
    {
        if (_connection is not { IsCompletedSuccessfully: true })
        {
            await ListenAsync();
            return;
        }

        try
        {
            await (await _connection).InvokeVoidAsync("tell");
        }
        catch (Exception exception) when (IsGone(exception))
        {
            LogNotConnected(_logger, exception);
        }
    }

    /// <summary>
    /// Called by the runtime, on the renderer's dispatcher. Subscribers may take their time; the runtime does not wait for them.
    /// </summary>
    [JSInvokable]
    public void Changed(string state)
    {
        var before = State;
        _state = StateFromBrowser.Read(ConsentStateJson.Deserialize(state), _registry, before);
        // A paused circuit resumes with this state.
        _persisted.Text = state;
        if (!_state.IsSameAs(before))
        {
            _ = _subscriptions.TellAsync(_state);
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
            // The circuit or the page is gone already.
        }

        Dispose();
    }

    // For a scope that never reached a browser.
    public void Dispose()
    {
        if (_self is not null)
        {
            _navigation.LocationChanged -= OnLocationChanged;
            _self.Dispose();
        }
    }

    private Task<IJSObjectReference> ConnectAsync() =>
        _connection is { IsFaulted: false, IsCanceled: false } ? _connection : _connection = OpenAsync();

    private async Task<IJSObjectReference> OpenAsync()
    {
        if (_self is null)
        {
            _navigation.LocationChanged += OnLocationChanged;
            _self = DotNetObjectReference.Create(this);
        }

        await using var module = await _js.InvokeAsync<IJSObjectReference>("import", Module);
        return await module.InvokeAsync<IJSObjectReference>("connect", _self, _js is IJSInProcessRuntime);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = LookAsync();

    // A router may render nothing for a new address, and a page view counts all the same.
    private async Task LookAsync()
    {
        // The call comes after what the router does render.
        await Task.Yield();
        try
        {
            // Connects again if that failed before: without a connection no change is heard.
            await (await ConnectAsync()).InvokeVoidAsync("moved");
        }
        catch (Exception exception) when (IsGone(exception))
        {
            LogNotConnected(_logger, exception);
        }
    }

    private async Task<IJSObjectReference> ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync().WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return connection;
        }
        catch (JSException exception)
        {
            throw new InvalidOperationException(
                $"{NotKept}ic-net.js did not load or failed. Check that the Content-Security-Policy and the server let it load. {exception.Message}", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && IsGone(exception))
        {
            throw NotReached(exception);
        }
    }

    // The token is not passed on. It could only end the wait, and where a circuit loses its browser the time-out of the call does that.
    private static async Task<string?> SendAsync(IJSObjectReference connection, string form)
    {
        try
        {
            return await connection.InvokeAsync<string?>("decide", form);
        }
        catch (JSException exception)
        {
            throw new InvalidOperationException($"The consent runtime failed in the browser, so the choice may not be stored. {exception.Message}", exception);
        }
        catch (OperationCanceledException exception)
        {
            throw new InvalidOperationException(
                "The browser did not answer in time, so it is unknown whether the choice was stored. If the circuit reconnects, State and OnChange show it.", exception);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            throw NotReached(exception);
        }
    }

    private static InvalidOperationException NotReached(Exception exception) => new(
        exception is InvalidOperationException and not ObjectDisposedException
            ? NotKept + "there is no browser to store it. Call DecideAsync in a request, or in an interactive component once it is rendered: in an event handler or in OnAfterRenderAsync."
            : NotKept + "the circuit is disconnected from its browser.",
        exception);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An element of JSON needs no reflection.")]
    private static ConsentStateJson? ReadNow(IJSInProcessRuntime browser)
    {
        try
        {
            return ConsentStateJson.Read(browser.GetValue<JsonElement>("innovexusConsent.state"));
        }
        catch (JSException)
        {
            // The runtime is not there yet, or is blocked.
            return null;
        }
    }

    private static bool IsGone(Exception exception) =>
        exception is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    [LoggerMessage(LogEvents.EventNotSaid, LogLevel.Debug, "The event '{Name}' was not said: the browser could not be reached.")]
    private static partial void LogNotSaid(ILogger logger, string name, Exception exception);

    [LoggerMessage(LogEvents.RuntimeNotReached, LogLevel.Debug, "The consent runtime in the browser could not be reached.")]
    private static partial void LogNotConnected(ILogger logger, Exception exception);
}
