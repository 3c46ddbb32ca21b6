namespace Innovexus.Consent;

/// <summary>
/// Something that is said to a vendor's script, as data: a call, a push onto a queue, or a value. A vendor declares with it how it hears of
/// the visitor's choice. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// In <see cref="Arguments"/> an object with <c>$granted</c> stands for a value that depends on the visitor:
/// <c>{ "$granted": ".", "yes": "granted", "no": "denied" }</c>. Its value is an id: that of a category or vendor, or <c>.</c> for the vendor
/// that declares the signal. Without <c>yes</c> and <c>no</c> it is <c>true</c> or <c>false</c>. An object with <c>$pending</c> stands for its
/// value where the visitor's choice is not known when the page is rendered, and for nothing elsewhere: <c>{ "wait_for_update": { "$pending": 500 } }</c>.
/// In a list named <c>region</c>, <c>EU</c> and <c>EEA</c> stand for their countries.
/// </remarks>
public sealed record VendorSignal
{
    /// <summary>When it is said.</summary>
    public required SignalMoment When { get; init; }

    /// <summary>How it is said.</summary>
    public required SignalForm Form { get; init; }

    /// <summary>The global function, queue or value, such as <c>fbq</c>, <c>dataLayer</c> or <c>adsbygoogle.pauseAdRequests</c>.</summary>
    public required string Target { get; init; }

    /// <summary>What is said: a JSON array, such as <c>["consent", "revoke"]</c>.</summary>
    /// <value>The default is <c>[]</c>.</value>
    public string Arguments { get; init; } = "[]";
}
