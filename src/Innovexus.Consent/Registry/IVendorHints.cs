namespace Innovexus.Consent;

/// <summary>
/// Guesses whose something is that nobody declared. The package of the catalogue fills it; without that package there is no guess. Safe for
/// concurrent use.
/// </summary>
internal interface IVendorHints
{
    /// <summary>Who may have stored an item; the most likely one first.</summary>
    /// <param name="kind">Where it is stored.</param>
    /// <param name="name">The name, as the browser has it.</param>
    IReadOnlyList<VendorHint> OfStored(StorageKind kind, string name);

    /// <summary>Whose address it may be; the most likely one first.</summary>
    /// <param name="address">What was asked for.</param>
    IReadOnlyList<VendorHint> OfAddress(Uri address);
}
