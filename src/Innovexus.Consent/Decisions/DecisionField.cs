namespace Innovexus.Consent;

/// <summary>The fields of a form that is posted to <c>/_ic/decision</c>, as the runtime in the browser reads and writes them too.</summary>
internal static class DecisionField
{
    /// <summary>One of <see cref="DecisionAction"/>.</summary>
    public const string Action = "action";

    /// <summary>A category whose switch is on.</summary>
    public const string Category = "category";

    /// <summary>A category whose switch was on when the form was rendered.</summary>
    public const string Was = "was";

    /// <summary>A vendor whose switch is on.</summary>
    public const string Vendor = "vendor";

    /// <summary>An id to allow.</summary>
    public const string Grant = "grant";

    /// <summary>An id to refuse.</summary>
    public const string Refuse = "refuse";

    /// <summary>The version of the policy that was read.</summary>
    public const string Version = "version";

    /// <summary>Whether the visitor has confirmed: <see cref="Confirmed"/>.</summary>
    public const string Confirm = "confirm";

    public const string Confirmed = "yes";

    /// <summary>Whether the browser sends Global Privacy Control to scripts: 1.</summary>
    public const string Gpc = "gpc";
}
