namespace Innovexus.Consent;

/// <summary>What is known about a visitor without asking.</summary>
internal sealed record ConsentFacts
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

    /// <summary>Whether the visitor has knowingly set the signal aside for this site. Lifts its lock, and no other.</summary>
    public bool SignalOverridden { get; init; }

    /// <summary>What the site knows of the visitor's age.</summary>
    public AgeSignal Age { get; init; }

    /// <summary>Whether the visitor has restricted the processing of their data (GDPR Art. 18): everything optional is locked off.</summary>
    public bool Restricted { get; init; }

    /// <summary>
    /// A decision that the site has from elsewhere, such as an account's. Where it and the one made in this browser contradict each
    /// other, <see cref="ConsentRulesOptions.ExternalPrecedence"/> says which counts; both go before the model of the region.
    /// </summary>
    public ExternalConsent? External { get; init; }
}
