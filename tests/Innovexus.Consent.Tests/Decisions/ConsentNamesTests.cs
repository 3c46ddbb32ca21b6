namespace Innovexus.Consent.Tests;

public class ConsentNamesTests
{
    [Theory]
    [InlineData(null, "ic_consent")]
    [InlineData("", "ic_consent")]
    [InlineData("/", "ic_consent")]
    [InlineData("/shop", "ic_consent_shop")]
    [InlineData("/Shop/", "ic_consent_shop")]
    [InlineData("/my-shop/v1.0", "ic_consent_my-shop~v1%2e0")]
    [InlineData("/café", "ic_consent_caf%c3%a9")]
    public void The_path_of_an_application_stands_in_its_name(string? path, string name)
    {
        Assert.Equal(name, ConsentNames.Of(new(), path, https: false, shared: false).Decision);
        Assert.Equal($"__Host-{name}", ConsentNames.Of(new(), path, https: true, shared: false).Decision);
    }

    [Fact]
    public void No_two_paths_have_one_name_and_every_character_may_stand_in_a_cookies_name()
    {
        string[] paths = ["/a/b", "/a_b", "/a-b", "/a.b", "/a~b", "/a%2eb", "/a%b", "/a b", "/ab", "/a;b", "/a=b", "/a", "/b"];

        string[] names = [.. paths.Select(ConsentNames.Suffix)];

        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(string.Concat(names), letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '~' or '%'));
    }

    [Theory]
    [InlineData(null, "_shop", "__Host-ic_signal_shop", "ic_policy_shop", "ic_pending_shop", "ic_clear_shop")]
    [InlineData("ic_consent", "", "ic_signal", "ic_policy", "ic_pending", "ic_clear")]
    [InlineData("__Host-ic_consent_b", "_b", "__Host-ic_signal_b", "ic_policy_b", "ic_pending_b", "ic_clear_b")]
    [InlineData("__Secure-choice", "_choice", "__Secure-ic_signal_choice", "ic_policy_choice", "ic_pending_choice", "ic_clear_choice")]
    public void All_names_follow_the_decisions(string? own, string tail, string signal, string policy, string pending, string clear)
    {
        var names = ConsentNames.Of(new() { CookieName = own }, "/shop", https: true, shared: false);

        Assert.Equal((tail, signal, policy, pending, clear), (names.Tail, names.Signal, names.Policy, names.Pending, names.Clear));
    }

    [Fact]
    public void A_decision_that_several_hosts_share_has_no_path_and_no_prefix_in_its_name()
    {
        var options = new ConsentOptions { CookieDomain = "example.com" };

        Assert.Equal("ic_consent", ConsentNames.Of(options, "/shop", https: true, shared: true).Decision);
        // On a host that is not of the domain.
        Assert.Equal("__Host-ic_consent", ConsentNames.Of(options, "/shop", https: true, shared: false).Decision);
        Assert.Equal("a", ConsentNames.Of(new() { CookieDomain = "example.com", CookieName = "a" }, "/shop", https: true, shared: true).Decision);
    }

    [Theory]
    [InlineData("", null, "letters, digits")]
    [InlineData("a b", null, "letters, digits")]
    [InlineData("a;b", null, "letters, digits")]
    [InlineData(".Shop.Consent", null, "letters, digits")]
    [InlineData("é", null, "letters, digits")]
    [InlineData("__Host-", null, "letters, digits")]
    [InlineData("__Host-a", "example.com", "Use 'a', or leave CookieDomain out")]
    [InlineData("__host-a", "example.com", "Use 'a', or leave CookieDomain out")]
    [InlineData("__Secure-a", "example.com", null)]
    [InlineData("__Host-a", null, null)]
    [InlineData("shop_consent", "example.com", null)]
    public void A_name_that_no_browser_would_keep_stops_the_start_and_the_message_says_what_to_write(string name, string? domain, string? message)
    {
        var build = () => Registries.Build(options => (options.CookieName, options.CookieDomain) = (name, domain));
        if (message is null)
        {
            build();
        }
        else
        {
            var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(build).Problems);
            Assert.Equal("Consent:CookieName", problem.Path);
            Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_vendors_pattern_may_not_match_the_sites_own_name()
    {
        var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.CookieName = "__Host-shop_consent";
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.AddCookie("shop_*", "Counts"));
        })).Problems);

        Assert.Contains("'shop_consent'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageKind.Cookie, "ic_s*_consent", "ic_signal_shop_consent")]
    [InlineData(StorageKind.Cookie, "ic_pol*_consent", "ic_policy_shop_consent")]
    [InlineData(StorageKind.Cookie, "ic_a*_consent", "ic_account_shop_consent")]
    [InlineData(StorageKind.LocalStorage, "ic_*_shop_consent", "ic_pending_shop_consent")]
    [InlineData(StorageKind.SessionStorage, "ic_*_shop_consent", "ic_clear_shop_consent")]
    public void Nor_any_other_name_that_follows_from_it(StorageKind kind, string pattern, string matched)
    {
        var problem = Assert.Single(Assert.Throws<ConsentConfigurationException>(() => Registries.Build(options =>
        {
            options.CookieName = "shop_consent";
            Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.Add(new() { Name = pattern, Kind = kind, Purpose = "Counts" }));
        })).Problems);

        Assert.Contains($"'{matched}'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vendors_pattern_that_matches_an_applications_name_spares_it()
    {
        var registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: vendor => vendor.AddCookie("ic_*_shop", "Counts")));
        var state = Decisions.Evaluate(null, registry);
        var cookie = registry.Vendors.Single(vendor => vendor.Id == "stats").Cookies.Single();

        Assert.True(VendorClearing.IsCleared(registry, state, cookie, "ic_visits_shop"));
        Assert.False(VendorClearing.IsCleared(registry, state, cookie, "__Host-ic_consent_shop"));
        Assert.False(VendorClearing.IsCleared(registry, state, cookie, "ic_consent_shop"));
    }

    [Theory]
    [InlineData(null, null, "ic_consent*", "__Host-ic_consent*")]
    [InlineData(null, "example.com", "ic_consent")]
    [InlineData("choice", null, "choice")]
    [InlineData("__Host-choice", null, "choice", "__Host-choice")]
    public void The_library_declares_the_names_that_it_uses(string? name, string? domain, params string[] declared)
    {
        var registry = Registries.Build(options => (options.CookieName, options.CookieDomain) = (name, domain));

        Assert.Equal(declared, registry.Vendors.Single(vendor => vendor.Id == "consent").Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie).Select(cookie => cookie.Name));
    }
}
