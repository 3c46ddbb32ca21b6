namespace Innovexus.Consent;

/// <summary>How a category behaves where the visitor is; from the strictest to the least strict.</summary>
public enum ConsentModel
{
    /// <summary>Off until the visitor allows it (ePrivacy Directive Art. 5(3), GDPR Art. 4(11)).</summary>
    OptIn,

    /// <summary>On until the visitor refuses it; nothing is asked, a link to refuse is always there (Cal. Civ. Code § 1798.120).</summary>
    OptOut,

    /// <summary>On, with a notice and an easy way to object (PECR Schedule A1, as amended by the Data (Use and Access) Act 2025).</summary>
    ExemptWithObjection,

    /// <summary>On, with a notice. A refusal counts all the same.</summary>
    NoticeOnly,

    /// <summary>Always on, nothing to decide.</summary>
    Exempt,
}
