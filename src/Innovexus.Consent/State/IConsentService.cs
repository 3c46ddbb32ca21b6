namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent, for code and components: asks and decides, in requests, in circuits and in WebAssembly. Scoped on a
/// server, where it belongs to the request or the circuit; not safe for concurrent use. Outside of both everything optional is denied.
/// </summary>
public interface IConsentService
{
    /// <summary>The state now.</summary>
    ConsentState State { get; }

    /// <summary>Whether an id may run.</summary>
    /// <param name="id">The id of a category or vendor; an unknown one is denied.</param>
    bool IsGranted(string id) => State.IsGranted(id);

    /// <summary>
    /// Keeps a choice. In a request the decision cookie is set on the response; an interactive component's choice is posted by the
    /// browser, and counts in this document if the site does not answer.
    /// </summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="cancellationToken">Gives up before anything is kept.</param>
    /// <returns>The state that follows.</returns>
    /// <exception cref="InvalidOperationException">The response has started, or the runtime is not in the page.</exception>
    Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default);

    /// <summary>
    /// Calls back after each change: in a request after those made through this service, in a circuit or WebAssembly application
    /// after the visitor's too, on the renderer's dispatcher.
    /// </summary>
    /// <param name="callback">Receives the new state; callbacks run one after the other, in the order of their registration.</param>
    /// <returns>Dispose it to stop.</returns>
    IDisposable OnChanged(Func<ConsentState, Task> callback);
}
