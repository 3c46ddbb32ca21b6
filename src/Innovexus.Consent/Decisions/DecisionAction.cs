namespace Innovexus.Consent;

/// <summary>What a form that is posted to <c>/_ic/decision</c> may ask for: the values of <see cref="DecisionField.Action"/>, as the runtime in the browser writes them too.</summary>
internal static class DecisionAction
{
    public const string AcceptAll = "accept-all";
    public const string RejectAll = "reject-all";

    /// <summary>The switches of a form of preferences, as they stand.</summary>
    public const string Save = "save";

    /// <summary>Some ids; the others stay.</summary>
    public const string Change = "change";

    public const string OptOut = "opt-out";
    public const string OptIn = "opt-in";

    /// <summary>Limit the use of sensitive data.</summary>
    public const string Limit = "limit";

    public const string AllowSensitive = "allow-sensitive";

    /// <summary>The browser sends an opt-out preference signal that only scripts see.</summary>
    public const string Signal = "signal";

    public const string NoSignal = "no-signal";

    /// <summary>A notice of a new policy was read.</summary>
    public const string Acknowledge = "acknowledge";
}
