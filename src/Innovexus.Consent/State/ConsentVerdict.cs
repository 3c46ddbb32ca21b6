namespace Innovexus.Consent;

/// <summary>The answer to "may this run?" for one category or vendor.</summary>
/// <param name="Id">The id asked for.</param>
/// <param name="Granted">Whether it may run.</param>
/// <param name="Locked">Whether the visitor cannot allow it now.</param>
/// <param name="Reason">Why.</param>
public readonly record struct ConsentVerdict(string Id, bool Granted, bool Locked, ConsentReason Reason);
