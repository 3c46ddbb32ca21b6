namespace Innovexus.Consent;

/// <summary>An origin that a vendor is fetched from, and for what. Immutable and safe to share between threads.</summary>
public sealed record VendorOrigin
{
    /// <summary>Scheme, host and, if not the default, port: <c>https://plausible.io</c>, or <c>https://*.plausible.io</c> for all of its sub-domains.</summary>
    public required string Origin { get; init; }

    /// <summary>What is fetched from there.</summary>
    public required VendorUses Uses { get; init; }
}
