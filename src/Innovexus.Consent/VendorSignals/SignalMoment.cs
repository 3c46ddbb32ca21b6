namespace Innovexus.Consent;

/// <summary>When something is said to a vendor.</summary>
public enum SignalMoment
{
    /// <summary>
    /// In each document, first in <c>&lt;head&gt;</c>: before any script of the page that follows, gated or not. Nothing of the vendor is
    /// there yet, so it cannot be a call.
    /// </summary>
    Before,

    /// <summary>
    /// Once in each document in which the vendor is granted, before its first gated script runs. A function that is not there yet is called
    /// as soon as the vendor's scripts have ended.
    /// </summary>
    Grant,

    /// <summary>
    /// When a grant is withdrawn in a document in which it counted, before anything is deleted. A promise that a function returns is waited
    /// for, one second at most.
    /// </summary>
    Revoke,

    /// <summary>
    /// Once in each document in which the visitor has decided, and again when one of the verdicts that it names changes: once for each
    /// decision.
    /// </summary>
    Change,
}
