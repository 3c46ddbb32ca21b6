namespace Innovexus.Consent;

/// <summary>
/// What the site stores in a browser, from the registry: a table for each category with name, kind, purpose and duration of each
/// item, its vendor, who receives what it collects, and where (GDPR Art. 13; ePrivacy Directive Art. 5(3)). Place it in the privacy
/// policy or on the preferences page.
/// </summary>
public sealed partial class CookieDeclarations : ConsentComponentBase
{
    private static readonly string[] Columns =
        [ConsentTexts.ItemName, ConsentTexts.Kind, ConsentTexts.Purpose, ConsentTexts.Duration, ConsentTexts.Vendor, ConsentTexts.Recipient];

    private static string? Where(ConsentVendor vendor)
    {
        if (vendor.Countries.Count == 0)
        {
            return null;
        }

        var countries = string.Join(", ", vendor.Countries.Select(CountryName.Of));
        return vendor.Transfer is null ? countries : $"{countries} ({vendor.Transfer})";
    }
}
