namespace Innovexus.Consent;

/// <summary>How something is said to a vendor. What is missing of a queue is made; of a function it is not.</summary>
public enum SignalForm
{
    /// <summary>A call of a global function: <c>fbq("consent", "revoke")</c>.</summary>
    Call,

    /// <summary>A push of one array: <c>_paq.push(["requireConsent"])</c>.</summary>
    PushArray,

    /// <summary>A push of each item: <c>uetq.push("consent", "default", { … })</c>.</summary>
    PushItems,

    /// <summary>A push of a function's <c>arguments</c>, which is what <c>gtag</c> makes and an array is not taken for.</summary>
    PushArguments,

    /// <summary>A value that is set: <c>window["ga-disable-G-1"] = true</c>. Takes exactly one argument.</summary>
    Set,
}
