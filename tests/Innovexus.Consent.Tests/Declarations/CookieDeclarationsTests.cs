using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

public class CookieDeclarationsTests : BunitContext
{
    [Fact]
    public void Live_column_tells_the_browser_what_to_look_for()
    {
        new FakePage
        {
            Registry = Registries.Build(options => Registries.Vendor(options, "stats", "analytics", configure: vendor =>
            {
                vendor.AddLocalStorage("st_*", "Counts");
                vendor.Add(new() { Name = "st_server", HttpOnly = true, Purpose = "Counts" });
            })),
        }.In(this);

        Assert.Empty(Render<CookieDeclarations>().FindAll("[data-ic-stored]"));

        var cells = Render<CookieDeclarations>(parameters => parameters.Add(table => table.Live, true)).FindAll("table:last-of-type td:last-child");
        Assert.Equal(("LocalStorage", "st_*", "–"), (cells[0].GetAttribute("data-ic-stored"), cells[0].GetAttribute("data-ic-name"), cells[0].TextContent));
        Assert.False(cells[1].HasAttribute("data-ic-stored"));
        Assert.Equal("Not visible to pages", cells[1].TextContent);
    }

    [Theory]
    [InlineData("/", "__Host-ic_consent", "ic_pending")]
    [InlineData("/Shop/", "__Host-ic_consent_shop", "ic_pending_shop")]
    public void The_librarys_own_names_are_those_of_the_application_on_this_page(string path, params string[] names)
    {
        Services.AddSingleton<NavigationManager>(new At($"https://localhost{path}"));
        new FakePage { Registry = Registries.Build(_ => { }) }.In(this);

        var table = Render<CookieDeclarations>().Find("table");

        Assert.Subset(table.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ToHashSet(), names.ToHashSet());
        Assert.DoesNotContain("*", table.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_everything_declared_by_category()
    {
        new FakePage
        {
            Registry = Registries.Build(options =>
            {
                Registries.Vendor(options, "stats", "analytics", VendorRole.Processor, vendor =>
                {
                    vendor.PolicyUrl = "https://stats.example/privacy";
                    vendor.Countries = ["EE", "US"];
                    vendor.Transfer = "SCC";
                    vendor.AddCookie("_st_*", "Tells visitors apart", TimeSpan.FromDays(365));
                    vendor.AddLocalStorage("st_ignore", "Remembers your opt-out");
                });
                Registries.Vendor(options, "chat", "functional", VendorRole.ThirdParty);
            }),
        }.In(this);

        var tables = Render<CookieDeclarations>().FindAll("table");

        Assert.Equal(["Necessary", "Functional", "Analytics"], tables.Select(table => table.QuerySelector("caption")!.TextContent));
        Assert.Equal(
            [
                "chat Inc. | Nothing stored | Does chat | – | chat Inc. | The vendor, for its own purposes too",
            ],
            Rows(tables[1]));
        Assert.Equal(
            [
                "_st_* | Cookie | Tells visitors apart | 365 days | stats Inc. | The vendor, on our behalf only, Estonia, United States (SCC)",
                "st_ignore | Local storage | Remembers your opt-out | Until it is deleted | stats Inc. | The vendor, on our behalf only, Estonia, United States (SCC)",
            ],
            Rows(tables[2]));
        Assert.Contains(Rows(tables[0]), row => row.StartsWith("ic_consent | Cookie | ", StringComparison.Ordinal) && row.Contains("182 days", StringComparison.Ordinal));
        Assert.Equal("https://stats.example/privacy", tables[2].QuerySelector("a")!.GetAttribute("href"));

        static IEnumerable<string> Rows(AngleSharp.Dom.IElement table) =>
            table.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())));
    }

    [Theory]
    [InlineData(null, StorageKind.Cookie, "Until you close the browser")]
    [InlineData(null, StorageKind.SessionStorage, "Until you close the browser")]
    [InlineData(null, StorageKind.IndexedDB, "Until it is deleted")]
    [InlineData(1440.0, StorageKind.Cookie, "1 day")]
    [InlineData(120.0, StorageKind.Cookie, "2 hours")]
    [InlineData(30.0, StorageKind.Cookie, "30 minutes")]
    [InlineData(0.1, StorageKind.Cookie, "1 minute")]
    public void Durations_in_words(double? minutes, StorageKind kind, string expected) => Assert.Equal(expected, DeclaredDuration.Text(new()
    {
        Name = "x",
        Purpose = "x",
        Kind = kind,
        Duration = minutes is { } value ? TimeSpan.FromMinutes(value) : null,
    }, ConsentTexts.Default));

    [Theory]
    [InlineData("EE", "Estonia")]
    [InlineData("nowhere", "nowhere")]
    [InlineData("", "")]
    public void Countries_by_name(string code, string expected) => Assert.Equal(expected, CountryName.Of(code));

    private sealed class At : NavigationManager
    {
        public At(string address) => Initialize(address, address);
    }
}
