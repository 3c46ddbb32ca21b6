namespace Innovexus.Consent;

/// <summary>What the policy header does that follows from what vendors declare (<see cref="ConsentServerOptions.ContentSecurity"/>).</summary>
public enum ContentSecurityMode
{
    /// <summary>No such header is sent.</summary>
    Off,

    /// <summary>
    /// <c>Content-Security-Policy-Report-Only</c> with the origins of all declared vendors, whatever the visitor chose: what nobody
    /// declared is reported, and nothing is blocked.
    /// </summary>
    ReportOnly,

    /// <summary>
    /// <c>Content-Security-Policy</c> with the origins of the vendors that this visitor has granted: browsers load nothing from any
    /// other. A grant that admits more loads the page once more, since a document keeps the policy it came with.
    /// </summary>
    Enforce,
}
