namespace Innovexus.Consent;

/// <summary>The answer to "may this run?" for one category or vendor. Immutable and safe to share between threads.</summary>
public readonly record struct ConsentVerdict
{
    internal ConsentVerdict(string id, bool granted, bool locked, ConsentReason reason) => (Id, Granted, Locked, Reason) = (id, granted, locked, reason);

    /// <summary>The id asked for.</summary>
    public string Id { get; internal init; }

    /// <summary>Whether it may run.</summary>
    public bool Granted { get; }

    /// <summary>Whether the visitor cannot allow it now.</summary>
    public bool Locked { get; }

    /// <summary>Why.</summary>
    public ConsentReason Reason { get; }
}
