namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Whose a name or an address may be.</summary>
public class CatalogueHintsTests
{
    private static readonly CatalogueHints Hints = new();

    [Theory]
    [InlineData(StorageKind.Cookie, "_ga", "google-analytics")]
    [InlineData(StorageKind.Cookie, "_hjSessionUser_123456", "hotjar")]
    [InlineData(StorageKind.Cookie, "_fbp", "meta-pixel")]
    [InlineData(StorageKind.LocalStorage, "_hjUserAttributes", "hotjar")]
    public void A_known_name_is_its_vendors_first(StorageKind kind, string name, string vendor) =>
        Assert.Equal(vendor, Hints.OfStored(kind, name)[0].Id);

    [Fact]
    public void A_name_of_another_kind_is_another_item() =>
        Assert.DoesNotContain(Hints.OfStored(StorageKind.SessionStorage, "_hjUserAttributes"), hint => hint.Id == "hotjar");

    [Fact]
    public void An_address_is_known_by_its_origin_and_what_spells_out_more_comes_first()
    {
        Assert.Equal("hotjar", Hints.OfAddress(new("https://static.hotjar.com/c/x.js"))[0].Id);
        Assert.Equal("https://static.hotjar.com", Hints.OfAddress(new("https://static.hotjar.com/c/x.js"))[0].Pattern);
    }

    [Fact]
    public void What_nobody_knows_has_no_hint()
    {
        Assert.Empty(Hints.OfStored(StorageKind.Cookie, "innovexus-own"));
        Assert.Empty(Hints.OfAddress(new("https://cdn.innovexus.example/")));
    }
}
