namespace Innovexus.Consent;

/// <summary>
/// What the catalogue guesses, where the application's packages include it. It is looked for by name: whoever has not added a vendor from it
/// yet is who needs the guess.
/// </summary>
internal sealed class PanelHints
{
    private readonly IVendorHints? _hints = Type.GetType("Innovexus.Consent.CatalogueHints, Innovexus.Consent.Vendors") is { } type
        ? (IVendorHints)Activator.CreateInstance(type)! : null;

    /// <summary>Whether there is a catalogue.</summary>
    public bool HasCatalogue => _hints is not null;

    public IReadOnlyList<VendorHint> OfStored(StorageKind kind, string name) => _hints?.OfStored(kind, name) ?? [];

    public IReadOnlyList<VendorHint> OfAddress(Uri address) => _hints?.OfAddress(address) ?? [];
}
