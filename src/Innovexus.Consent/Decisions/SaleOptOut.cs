namespace Innovexus.Consent;

/// <summary>How a visitor opted out of sale and sharing (Cal. Civ. Code § 1798.120) as far as the decision cookie holds it.</summary>
[Flags]
internal enum SaleOptOut
{
    None,

    /// <summary>On the page of privacy choices, or by code.</summary>
    Chosen = 1,

    /// <summary>By Global Privacy Control, which this browser tells scripts but not the server.</summary>
    Signal = 2,
}
