namespace Innovexus.Consent;

/// <summary>An origin that a vendor is fetched from, and for what.</summary>
/// <param name="Origin">Scheme, host and, if not the default, port: <c>https://plausible.io</c>, or <c>https://*.plausible.io</c> for all of its sub-domains.</param>
/// <param name="Use">What is fetched from there.</param>
public sealed record VendorOrigin(string Origin, VendorUse Use);
