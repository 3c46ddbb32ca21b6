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
    bool IsGranted(string? id) => State.IsGranted(id);

    /// <summary>
    /// Keeps a choice. In a request the decision cookie is set on the response; an interactive component's choice is posted by the
    /// browser, and counts in this document if the site does not answer. What listeners of <see cref="OnChange"/> do is no failure
    /// of the choice. In a request they are waited for, since the services that they use end with it; elsewhere they are not.
    /// </summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="cancellationToken">
    /// Cancels the choice until it is kept, or handed to the browser. From then on the choice stands, and the token ends only the wait for
    /// listeners.
    /// </param>
    /// <returns>The state that follows.</returns>
    /// <exception cref="InvalidOperationException">
    /// The response has started; there is no browser, as while prerendering or in background work; the circuit is disconnected; or the
    /// runtime is missing in the page or fails there. The message names which, and whether the choice may have been kept.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before that, and nothing is kept.</exception>
    Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default);

    /// <summary>
    /// Listens for changes, and is called after each: in a request after those made through this service, in a circuit or WebAssembly application
    /// after the visitor's too, on the renderer's dispatcher.
    /// </summary>
    /// <param name="listener">
    /// Receives the new state. Listeners are called in the order of their registration: in a request, whose services they
    /// share, each after the end of the one before; elsewhere none waits for the end of another. One that
    /// throws is logged as an error and called again at the next change; the others are called all the same. One that is registered
    /// during a call hears of the next change, and one that is disposed during it is not called any more. After one that decides, those
    /// behind it hear of the newer state only.
    /// </param>
    /// <returns>Ends the listening when it is disposed.</returns>
    IDisposable OnChange(Func<ConsentState, Task> listener);
}
