namespace Innovexus.Consent;

/// <summary>Where a vendor's data goes, in words.</summary>
internal static class VendorPlaces
{
    /// <summary>The countries by name and what makes the transfer lawful, or nothing where none is declared.</summary>
    public static string? Of(VendorOptions vendor)
    {
        if (vendor.Countries.Count == 0)
        {
            return null;
        }

        var countries = string.Join(", ", vendor.Countries.Select(CountryName.Of));
        return vendor.Transfer is null ? countries : $"{countries} ({vendor.Transfer})";
    }
}
