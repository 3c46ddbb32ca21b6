namespace Innovexus.Consent;

/// <summary>
/// The visitor's consent, for code and components: asks and decides. Scoped; while a page is rendered on the server it belongs to
/// that request and, like it, is not safe for concurrent use.
/// </summary>
public interface IConsentService
{
    /// <summary>The state now.</summary>
    /// <exception cref="InvalidOperationException">There is no HTTP request, as in a circuit.</exception>
    ConsentState State { get; }

    /// <summary>Whether an id may run.</summary>
    /// <param name="id">The id of a category or vendor; an unknown one is denied.</param>
    /// <exception cref="InvalidOperationException">There is no HTTP request, as in a circuit.</exception>
    bool IsGranted(string id) => State.IsGranted(id);

    /// <summary>Keeps a choice: the decision cookie is set on the response.</summary>
    /// <param name="choice">What the visitor asks for.</param>
    /// <param name="cancellationToken">Gives up before anything is kept.</param>
    /// <returns>The state that follows.</returns>
    /// <exception cref="InvalidOperationException">The response has started, or there is no HTTP request.</exception>
    Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default);

    /// <summary>Calls back after each change made through this service.</summary>
    /// <param name="callback">Receives the new state; callbacks run one after the other, in the order of their registration.</param>
    /// <returns>Dispose it to stop.</returns>
    IDisposable OnChanged(Func<ConsentState, Task> callback);
}
