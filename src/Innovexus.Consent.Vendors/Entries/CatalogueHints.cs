namespace Innovexus.Consent;

/// <summary>
/// What the catalogue says of names and addresses that nobody declared. It reads every entry once, when it is first asked. Found by its
/// name, so that a site has it whose packages include the catalogue, whether or not it adds a vendor from there.
/// </summary>
internal sealed class CatalogueHints : IVendorHints
{
    private readonly Lazy<List<(string Id, VendorOptions Vendor)>> _vendors = new(() => [.. VendorCatalogue.Ids.Select(Read)]);

    public IReadOnlyList<VendorHint> OfStored(StorageKind kind, string name) => Ordered(
        from entry in _vendors.Value
        from item in entry.Vendor.Cookies
        where item.Kind == kind && !item.ThirdParty && !CookiePattern.MatchesEverything(item.Name) && CookiePattern.MatchesStored(item.Name, name)
        orderby entry.Vendor.Cookies.Count descending
        select Hint(entry.Id, entry.Vendor, item.Name, item.Purpose));

    public IReadOnlyList<VendorHint> OfAddress(Uri address) => Ordered(
        from entry in _vendors.Value
        from origin in entry.Vendor.Origins
        where VendorSource.Matches(origin.Origin, address)
        select Hint(entry.Id, entry.Vendor, origin.Origin, null));

    // The more of the name a declaration spells out, the less likely it means another vendor's. Of two that name the same, the one that
    // stores more comes first, as the order of what is given stays.
    private static List<VendorHint> Ordered(IEnumerable<VendorHint> hints) =>
        [.. hints.OrderBy(hint => hint.Pattern.Contains('*', StringComparison.Ordinal)).ThenByDescending(hint => hint.Pattern.Length).DistinctBy(hint => hint.Id)];

    private static VendorHint Hint(string id, VendorOptions vendor, string pattern, string? purpose) =>
        new(id, vendor.Name!, vendor.Category!, vendor.Purpose!, vendor.Role, pattern, purpose);

    private static (string, VendorOptions) Read(string id)
    {
        var vendor = new VendorOptions();
        VendorCatalogue.Find(id)!.Declare(vendor, new Dictionary<string, string>());
        return (id, vendor);
    }
}
