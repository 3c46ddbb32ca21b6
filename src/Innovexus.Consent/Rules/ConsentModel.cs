namespace Innovexus.Consent;

/// <summary>How a category behaves where the visitor is.</summary>
public enum ConsentModel
{
    /// <summary>Off until the visitor allows it (ePrivacy Directive Art. 5(3), GDPR Art. 4(11)).</summary>
    OptIn,

    /// <summary>Always on, nothing to decide.</summary>
    Exempt,
}
