namespace Innovexus.Consent;

/// <summary>Where a vendor's data goes, in words.</summary>
internal static class VendorPlaces
{
    /// <summary>The countries by name and what makes the transfer lawful, or nothing where none is declared.</summary>
    public static string? Of(IReadOnlyList<string> codes, string? transfer)
    {
        if (codes.Count == 0)
        {
            return null;
        }

        var countries = ConsentTexts.Series(codes.Select(CountryName.Of));
        return transfer is null ? countries : $"{countries} ({transfer})";
    }
}
