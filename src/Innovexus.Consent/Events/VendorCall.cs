namespace Innovexus.Consent;

/// <summary>
/// How an event or a page view is said to a vendor's script, as data: a call or a push. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// In <see cref="Arguments"/>, at any depth, an object with <c>$event</c> stands for a part of what happened:
/// <c>{ "$event": "name" }</c> and <c>{ "$event": "parameters" }</c> for those of an event, and <c>{ "$event": "url" }</c>,
/// <c>{ "$event": "title" }</c> and <c>{ "$event": "referrer" }</c> for the page's.
/// </remarks>
public sealed record VendorCall
{
    /// <summary>How it is said: everything but <see cref="SignalForm.Set"/>.</summary>
    public required SignalForm Form { get; init; }

    /// <summary>The global function or queue, such as <c>gtag</c>, <c>_paq</c> or <c>posthog.capture</c>.</summary>
    public required string Target { get; init; }

    /// <summary>What is said: a JSON array, such as <c>["event", { "$event": "name" }, { "$event": "parameters" }]</c>.</summary>
    /// <value>The default is <c>[]</c>.</value>
    public string Arguments { get; init; } = "[]";
}
