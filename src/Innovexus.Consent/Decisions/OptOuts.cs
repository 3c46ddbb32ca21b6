namespace Innovexus.Consent;

/// <summary>What a visitor has objected to as a whole, so that it holds for vendors too that are declared later.</summary>
[Flags]
internal enum OptOuts
{
    None,

    /// <summary>Sale, sharing and targeted advertising, on the page of privacy choices or by code (Cal. Civ. Code § 1798.120).</summary>
    Sale = 1,

    /// <summary>The same by Global Privacy Control, where a browser tells scripts of it but not the server.</summary>
    Signal = 2,

    /// <summary>The use of sensitive data beyond what is needed (Cal. Civ. Code § 1798.121).</summary>
    Sensitive = 4,
}
