namespace Innovexus.Consent;

/// <summary>Why a verdict is as it is.</summary>
public enum ConsentReason
{
    /// <summary>No such id is declared. Denied.</summary>
    Unknown,

    /// <summary>The visitor has not decided. Denied where the model is opt-in.</summary>
    NotDecided,

    /// <summary>The visitor allowed it.</summary>
    Given,

    /// <summary>The visitor refused it.</summary>
    Refused,

    /// <summary>The decision is older than its lifetime; it is asked again.</summary>
    Expired,

    /// <summary>Something material changed since the decision; it is asked again.</summary>
    Changed,

    /// <summary>An opt-out preference signal locks it.</summary>
    Signal,

    /// <summary>The visitor is too young: it is locked.</summary>
    Age,

    /// <summary>The visitor has restricted the processing of their data: it is locked.</summary>
    Restricted,

    /// <summary>The site has a decision from elsewhere, such as an account's settings.</summary>
    External,

    /// <summary>The visitor has not refused it, where the law lets it run until then.</summary>
    Default,

    /// <summary>Nothing to decide: it is necessary.</summary>
    Exempt,
}
