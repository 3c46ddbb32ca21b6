using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Panels;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What nobody declares, whose it may be, and the lines that declare it.</summary>
public class UndeclaredTests
{
    private static readonly object Report = new
    {
        stored = new[]
        {
            new[] { "Cookie", "_hjSessionUser_123456" }, ["LocalStorage", "mystery:1"], ["SessionStorage", "mystery:1"], ["IndexedDB", "shop"], ["LocalStorage", "ic_panel"], ["Cookie", "ic_pretend"],
        },
        requests = new[] { new[] { "Script", "https://static.hotjar.com/c/x.js?visitor=7" }, ["Image", "https://pixel.unknown.example/a.gif"], ["Connect", "https://pixel.unknown.example/b"] },
    };

    [Fact]
    public async Task What_the_catalogue_knows_is_one_vendor_with_one_line()
    {
        await using var host = await StartAsync();

        var found = (await AskAsync(host.Browser(), Report)).Entry("undeclared", "title", "Hotjar");

        Assert.Equal(".AddVendorFromCatalogue(\"hotjar\")", found.Text("code"));
        Assert.Equal(["Cookie _hjSessionUser_123456", "Script https://static.hotjar.com"], found.GetProperty("items").EnumerateArray().Select(item => item.GetString()!));
        Assert.Contains("_hjSessionUser_*", found.Text("guess"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_those_that_it_may_be_the_one_that_explains_the_most_is_named_and_the_others_are_told()
    {
        await using var host = await StartAsync();

        var alone = await AskAsync(host.Browser(), new { stored = new[] { new[] { "Cookie", "_ga" } } });
        var beside = await AskAsync(host.Browser(), new { stored = new[] { new[] { "Cookie", "_ga" }, ["IndexedDB", "firebase-heartbeat-database"] } });

        Assert.Contains("Firebase", alone.Entry("undeclared", "code", ".AddVendorFromCatalogue(\"google-analytics\")").Text("guess"), StringComparison.Ordinal);
        Assert.Equal(".AddVendorFromCatalogue(\"firebase-analytics\")", Assert.Single(beside.GetProperty("undeclared").EnumerateArray()).Text("code"));
    }

    [Fact]
    public async Task What_nobody_knows_gets_lines_of_the_right_kind()
    {
        await using var host = await StartAsync();

        var answer = await AskAsync(host.Browser(), Report);

        Assert.Contains("vendor.AddLocalStorage(\"mystery:1\"", answer.Entry("undeclared", "title", "mystery-1").Text("code"), StringComparison.Ordinal);
        Assert.Contains("vendor.AddSessionStorage(\"mystery:1\"", answer.Entry("undeclared", "title", "mystery-1").Text("code"), StringComparison.Ordinal);
        Assert.Contains("Kind = StorageKind.IndexedDB", answer.Entry("undeclared", "title", "shop").Text("code"), StringComparison.Ordinal);
        Assert.Contains("vendor.AddOrigin(\"https://pixel.unknown.example\", VendorUses.Image | VendorUses.Connect);", answer.Entry("undeclared", "title", "pixel-unknown-example").Text("code"), StringComparison.Ordinal);
        Assert.DoesNotContain("visitor=", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ic_pretend", answer.GetProperty("undeclared").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_settings_in_place_nothing_is_undeclared_any_more()
    {
        var settings = new ConfigurationBuilder();
        await using (var before = await StartAsync())
        {
            foreach (var found in (await AskAsync(before.Browser(), Report)).GetProperty("undeclared").EnumerateArray())
            {
                settings.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(found.Text("settings"))));
            }
        }

        await using var host = await StartAsync(after: services => services.AddConsent(settings.Build().GetSection("Consent")));

        Assert.Empty((await AskAsync(host.Browser(), Report)).GetProperty("undeclared").EnumerateArray());
    }

    [Fact]
    public async Task With_the_catalogues_line_in_place_its_vendor_is_declared()
    {
        await using var host = await StartAsync(after: services => services.AddConsent().AddVendorFromCatalogue("hotjar"));

        Assert.DoesNotContain("hotjar", (await AskAsync(host.Browser(), Report)).GetProperty("undeclared").GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_vendor_that_is_declared_without_it_is_named_with_the_call_to_add()
    {
        await using var host = await StartAsync(after: services => services.AddConsent().AddVendor("hotjar", "analytics", vendor =>
        {
            vendor.Name = "Hotjar";
            vendor.Purpose = "Recording";
            vendor.Role = VendorRole.Processor;
        }));

        var found = (await AskAsync(host.Browser(), Report)).Entry("undeclared", "title", "Hotjar");

        Assert.StartsWith("vendor.AddCookie(\"_hjSessionUser_123456\", \"Recognises the same visitor.\");", found.Text("code"), StringComparison.Ordinal);
        Assert.Contains("The site declares 'hotjar' without this", found.Text("guess"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_that_scripts_do_not_see_are_found_and_the_frameworks_own_have_their_line()
    {
        await using var host = await StartAsync();
        var cookies = new CookieContainer();
        cookies.Add(new Uri("http://localhost"), new Cookie(".AspNetCore.Session", "x"));
        cookies.Add(new Uri("http://localhost"), new Cookie("hidden", "x"));

        var answer = await AskAsync(host.Browser(cookies));

        Assert.Equal(".AddFrameworkCookies(FrameworkCookies.Session)", answer.Entry("undeclared", "title", "ASP.NET Core").Text("code"));
        Assert.Contains("vendor.AddCookie(\"hidden\"", answer.Entry("undeclared", "title", "hidden").Text("code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_literals_whatever_is_in_them()
    {
        await using var host = await StartAsync();

        var found = (await AskAsync(host.Browser(), new { stored = new[] { new[] { "LocalStorage", "a\"\\\n<b>" } } })).Entry("undeclared", "title", "a-b");

        Assert.Contains("vendor.AddLocalStorage(\"a\\\"\\\\\\n<b>\", ", found.Text("code"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(found.Text("settings"));
        Assert.Equal("a\"\\\n<b>", json.RootElement.GetProperty("Consent").GetProperty("Vendors").GetProperty("a-b").GetProperty("Cookies").EnumerateObject().Single().Name);
    }
}
