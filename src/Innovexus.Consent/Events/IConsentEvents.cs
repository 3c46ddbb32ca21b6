namespace Innovexus.Consent;

/// <summary>
/// Says events of the site to the vendors that are granted and take events, each in its own form. The others never hear of them. Scoped
/// on a server, where it belongs to the request or the circuit; not safe for concurrent use.
/// </summary>
/// <remarks>
/// In a request the event is written into the page that answers it, and the browser says it once the page is there. A response without a
/// page, such as a redirect, loses it, and so does a page that is the same for all visitors; in Development both are logged. In a circuit
/// or WebAssembly application it is said at once. One that the browser cannot be reached for is lost without an error: a site works
/// without being measured.
/// </remarks>
public interface IConsentEvents
{
    /// <summary>Says an event.</summary>
    /// <param name="name">Its name, such as <c>signup</c>.</param>
    /// <param name="parameters">
    /// An object or a dictionary that becomes a JSON object, such as <c>new { plan = "pro" }</c>; names begin with a lower-case letter
    /// there. In a trimmed WebAssembly application its type must be one that is not trimmed.
    /// </param>
    /// <param name="keepUntilGranted">
    /// Whether vendors that are not granted now hear of it if they are granted later in the same document. By default they never do.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for the browser.</param>
    /// <returns>Completes once the browser has taken the event; in a request, at once.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the parameters are no object or cannot be written as JSON.</exception>
    Task TrackAsync(string name, object? parameters = null, bool keepUntilGranted = false, CancellationToken cancellationToken = default);

    /// <summary>Says an event of a shop, in the terms of Google Analytics. In Development what it would not count is logged.</summary>
    /// <param name="ecommerceEvent">What happened.</param>
    Task TrackAsync(EcommerceEvent ecommerceEvent);
}
