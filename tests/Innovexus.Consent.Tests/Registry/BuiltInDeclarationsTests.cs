using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.Tests.Sections;

namespace Innovexus.Consent.Tests;

public class BuiltInDeclarationsTests
{
    [Fact]
    public void Built_in_categories_stand_in_order_with_texts()
    {
        var categories = Registries.Build(_ => { }).Categories;

        Assert.Equal(["necessary", "functional", "analytics", "marketing"], categories.Select(category => category.Id));
        Assert.All(categories, category => Assert.True(category.Name.Length > 0 && category.Purpose.Length > 20));
    }

    [Fact]
    public void Library_declares_its_own_cookie_and_storage()
    {
        Assert.True(Registries.Site.TryGetVendor("consent", out var own));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*", "ic_signal*", "__Host-ic_signal*", "ic_pending*", "ic_clear*"], own.Cookies.Select(cookie => cookie.Name));
        Assert.Equal("necessary", own.Category);
        Assert.Equal(TimeSpan.FromDays(182), own.Cookies[0].Duration);
    }

    [Fact]
    public void Every_cookie_of_the_library_is_declared_where_it_can_occur_with_purpose_and_duration()
    {
        ConsentRegistry Build(bool sells, bool notices, bool standalone, string? domain = null, bool account = false) => Registries.Build(options =>
        {
            Registries.Vendor(options, "ads", "marketing", sells ? VendorRole.ThirdParty : VendorRole.Processor);
            (options.Standalone, options.CookieDomain, options.HasExternalSource) = (standalone, domain, account);
            if (notices)
            {
                options.PolicyVersions.Add(new() { Id = "2027", Effective = new(2027, 1, 1), Summary = "We keep less.", Material = true });
            }
        });
        string[] Cookies(ConsentRegistry registry) =>
            [.. registry.Vendors.Single(vendor => vendor.Id == "consent").Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie).Select(cookie => cookie.Name)];

        var all = Build(sells: true, notices: true, standalone: false, account: true);
        Assert.Equal(BuiltInDeclarations.OwnNames(StorageKind.Cookie).Select(name => $"{name}*"), Cookies(all));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*", "ic_policy*"], Cookies(Build(sells: false, notices: true, standalone: false)));
        Assert.Equal(["ic_consent*", "__Host-ic_consent*"], Cookies(Build(sells: true, notices: false, standalone: true)));
        Assert.Equal(["ic_consent", "ic_signal"], Cookies(Build(sells: true, notices: false, standalone: false, "example.com")));
        Assert.All(all.Vendors.Single(vendor => vendor.Id == "consent").Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie), cookie => Assert.True(cookie.Duration > TimeSpan.Zero && cookie.Purpose.Length > 10));
    }

    [Fact]
    public void Every_key_that_the_runtime_stores_is_declared()
    {
        var stored = Directory.EnumerateFiles(Repository.Path("src/Innovexus.Consent/Runtime"), "*.js")
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "(?:stored|setItem)\\('([^']+)'").Select(match => match.Groups[1].Value));

        Assert.Equal(
            BuiltInDeclarations.OwnNames(StorageKind.LocalStorage).Concat(BuiltInDeclarations.OwnNames(StorageKind.SessionStorage)).Order(StringComparer.Ordinal),
            stored.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Framework_cookies_are_added_in_one_line_and_by_name()
    {
        var all = Provider(Smallest, builder => builder.AddFrameworkCookies()).GetRequiredService<ConsentRegistry>();
        var some = Read("""{ "Consent": { "Controller": { "Name": "X" }, "PrivacyPolicyPath": "/p", "FrameworkCookies": "Antiforgery, Session" } }""");

        Assert.True(all.TryGetVendor("aspnetcore", out var framework));
        Assert.Contains(framework.Cookies, cookie => CookiePattern.Matches(cookie.Name, ".AspNetCore.Identity.Application"));
        Assert.True(some.TryGetVendor("aspnetcore", out framework));
        Assert.Equal([".AspNetCore.Antiforgery.*", ".AspNetCore.Session"], framework.Cookies.Select(cookie => cookie.Name));
    }

    [Theory]
    [InlineData(StorageKind.Cookie, ".AspNetCore.Components.TempData", ".AspNetCore.Comp*")]
    [InlineData(StorageKind.Cookie, ".AspNetCore.Components.TempDataC1", "*TempDataC1")]
    [InlineData(StorageKind.LocalStorage, "blazor-resource-hash", "blazor-resource-*")]
    [InlineData(StorageKind.LocalStorage, "blazor-resource-hash:App", "*:App")]
    [InlineData(StorageKind.Cache, "blazor-media-cache", "*-media-cache")]
    public void What_the_framework_stores_is_declared_and_no_vendor_clears_it(StorageKind kind, string name, string pattern)
    {
        var all = Provider(Smallest, builder => builder.AddFrameworkCookies()).GetRequiredService<ConsentRegistry>();
        Assert.True(all.TryGetVendor("aspnetcore", out var framework));
        Assert.Contains(framework.Cookies, cookie => cookie.Kind == kind && CookiePattern.Matches(cookie.Name, name));

        // Whether the site declares it or not.
        foreach (var declared in new[] { FrameworkCookies.None, FrameworkCookies.All })
        {
            var refused = Assert.Throws<ConsentConfigurationException>(() => Provider(Smallest, builder => builder
                .AddFrameworkCookies(declared)
                .AddVendor("stats", "analytics", vendor =>
                {
                    (vendor.Name, vendor.Purpose) = ("Stats", "Counts visits");
                    vendor.Add(new() { Name = pattern, Kind = kind, Purpose = "Counts visits" });
                })).GetRequiredService<ConsentRegistry>());
            Assert.Contains(refused.Problems, problem => problem.Message.Contains($"A refusal deletes what '{pattern}' matches", StringComparison.Ordinal));
        }
    }
}
