namespace Innovexus.Consent;

/// <summary>What is known about a visitor without asking.</summary>
public sealed record ConsentFacts
{
    /// <summary>Nothing is known: the strictest rules apply.</summary>
    public static ConsentFacts Unknown { get; } = new();

    /// <summary>Where the visitor is: an ISO 3166 code such as <c>DE</c> or <c>US-CA</c>, or <see langword="null"/> if unknown.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Whether the browser sends the opt-out preference signal Global Privacy Control (<c>Sec-GPC: 1</c>).
    /// It locks every vendor with <see cref="ConsentVendor.SaleOrShare"/> and never turns anything on.
    /// </summary>
    public bool GlobalPrivacyControl { get; init; }
}
