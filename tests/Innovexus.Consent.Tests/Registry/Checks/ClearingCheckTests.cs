namespace Innovexus.Consent.Tests;

public class ClearingCheckTests
{
    [Theory]
    [InlineData(".AspNetCore.*", StorageKind.Cookie, "'.AspNetCore.Antiforgery.*'")]
    [InlineData("*session*", StorageKind.Cookie, "'session-id'")]
    [InlineData("session-id", StorageKind.Cookie, "'session-id'")]
    [InlineData("basket*", StorageKind.LocalStorage, "'basket'")]
    [InlineData("ic_cl*", StorageKind.SessionStorage, "'ic_clear'")]
    [InlineData("ic_*", StorageKind.Cookie, "'ic_consent'")]
    [InlineData("ic_s*", StorageKind.Cookie, "'ic_signal'")]
    [InlineData("__Host-ic_si*", StorageKind.Cookie, "'__Host-ic_signal'")]
    [InlineData("ic_policy", StorageKind.Cookie, "'ic_policy'")]
    [InlineData("__Host-*", StorageKind.Cookie, "'__Host-ic_consent'")]
    public void A_pattern_that_would_delete_what_the_site_needs_is_a_problem(string name, StorageKind kind, string needed)
    {
        var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("session-id", "Basket").AddLocalStorage("basket", "Basket"));
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.Add(new() { Name = name, Kind = kind, Purpose = "Counts" }));
        })).Problems);

        Assert.Equal($"Vendors:stats:Cookies:{name}", problem.Path);
        Assert.Contains(needed, problem.Message, StringComparison.Ordinal);
        Assert.Contains("ake it narrower", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.FLAGS.*")]
    [InlineData("*/flags")]
    public void A_pattern_that_begins_with_a_star_need_not_meet_what_has_no_such_letters(string pattern) => Registries.Build(options =>
    {
        Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddLocalStorage("@@shop@@*", "Basket"));
        Registries.Vendor(options, "flags", "analytics", configure: vendor => vendor.AddLocalStorage(pattern, "Keeps the variants"));
    });

    [Fact]
    public void What_is_not_deleted_may_have_any_name() => Registries.Build(options =>
    {
        Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("basket", "Basket"));
        Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor
            .Add(new() { Name = "basket", Domain = "stats.example", ThirdParty = true, Purpose = "Counts" })
            .Add(new() { Name = "ic_consent", Domain = "stats.example", ThirdParty = true, Purpose = "Counts" })
            .Add(new() { Name = "basket", OptOut = true, Purpose = "Remembers your objection", Path = "/stats" }));
    });

    [Fact]
    public void Another_kind_of_storage_is_another_name() => Registries.Build(options =>
    {
        Registries.Vendor(options, "shop", "necessary", configure: vendor => vendor.AddCookie("basket", "Basket"));
        Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.AddLocalStorage("basket", "Counts"));
    });
}
