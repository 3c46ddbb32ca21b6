using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What the components render on a server.</summary>
public class VendorSnippetTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/";

    [Fact]
    public async Task The_scripts_of_a_vendor_are_gated()
    {
        var html = await Rendered.AsHtmlAsync<GoogleAnalytics>(consent => consent.AddGoogleAnalytics("G-ABCDE12345"));

        Assert.Contains("""src="https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345">""", html, StringComparison.Ordinal);
        Assert.Contains("""gtag("config", "G-ABCDE12345")""", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("""type="text/plain" data-ic="google-analytics" """).Length - 1);
        Assert.Equal(html.Split("<script").Length, html.Split("text/plain").Length);
    }

    [Fact]
    public async Task A_vendor_without_a_component_of_its_own_is_named()
    {
        var named = await Rendered.AsHtmlAsync<Matomo>(consent => consent.AddMatomo("stats.example.org", "7"));
        var generic = await Rendered.AsHtmlAsync<VendorSnippet>(consent => consent.AddMatomo("stats.example.org", "7"), ("Vendor", "matomo"));

        Assert.Equal(named, generic);
        Assert.Contains("https://stats.example.org/matomo.js", generic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Razor_Page_renders_it_too()
    {
        var html = await Rendered.PageAsync("/vendor-page", consent => consent.AddGoogleAnalytics("G-ABCDE12345"));

        Assert.Contains("""data-ic="google-analytics" """, html, StringComparison.Ordinal);
        Assert.Contains("https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_of_the_sites_own_is_declared_as_an_origin() =>
        Assert.Equal(
            VendorUses.Script | VendorUses.Connect | VendorUses.Image,
            Declared.Vendor("matomo", consent => consent.AddMatomo("stats.example.org", "7")).Origins.Single(origin => origin.Origin == "https://stats.example.org").Uses);

    [Fact]
    public void A_host_of_the_vendors_is_declared_already() =>
        Assert.DoesNotContain("https://shop.matomo.cloud", Declared.Vendor("matomo", consent => consent.AddMatomo("shop.matomo.cloud", "7")).Origins.Select(origin => origin.Origin));

    [Fact]
    public async Task A_value_with_equals_signs_and_semicolons_stays_a_text()
    {
        var html = await Rendered.AsHtmlAsync<ApplicationInsights>(consent => consent.AddApplicationInsights(Connection));

        Assert.Contains($"\"{Connection}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b'c", "a\\u0022b\\u0027c", "a%22b%27c")]
    [InlineData("{id}", "{id}", "%7Bid%7D")]
    [InlineData("</script><script>", "\\u003C/script\\u003E\\u003Cscript\\u003E", "%3C%2Fscript%3E%3Cscript%3E")]
    public void Values_can_be_anything_in_code_and_addresses(string value, string literal, string address)
    {
        var vendor = new VendorOptions();
        var entry = EntryFile.Parse("a", """{ "scripts": [{ "code": "a({id}, { b: 1 })" }, { "src": "https://a.example/?id={id}", "attributes": { "data-id": "{id}" } }] }""");

        EntryScripts.Add(vendor, entry.Json, new Dictionary<string, string> { ["id"] = value });

        Assert.Equal($"a(\"{literal}\", {{ b: 1 }})", vendor.Scripts[0].Code);
        Assert.Equal($"https://a.example/?id={address}", vendor.Scripts[1].Src);
        Assert.Equal(value, vendor.Scripts[1].Attributes["data-id"]);
    }

    [Fact]
    public async Task A_vendor_that_was_not_added_renders_nothing_and_that_is_said()
    {
        var html = await Rendered.AsHtmlAsync<GoogleAnalytics>(consent => consent.AddMatomo("stats.example.org", "7"));

        Assert.DoesNotContain("googletagmanager", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_Googles_runs_for_everyone_only_in_advanced_mode()
    {
        var html = await Rendered.AsHtmlAsync<GoogleAnalytics>(consent => consent.AddGoogleAnalytics("G-ABCDE12345").AddGoogleConsentMode(mode => mode.Advanced = true), ("Ungated", true));

        Assert.DoesNotContain("text/plain", html, StringComparison.Ordinal);
        Assert.Contains("""<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345"></script>""", html, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Rendered.AsHtmlAsync<GoogleAnalytics>(consent => consent.AddGoogleAnalytics("G-ABCDE12345"), ("Ungated", true)));
        Assert.Contains("AddGoogleConsentMode(mode => mode.Advanced = true)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_component_renders_travels_to_WebAssembly()
    {
        var registry = Declared.Registry(consent => consent.AddGoogleAnalytics("G-ABCDE12345"));
        var text = RegistryJson.Of(registry, new(ConsentRules.DefaultLifetime, new()), false, "ic.css").Serialize();

        Assert.True(RegistryJson.Deserialize(text).ToRegistry().TryGetVendor("google-analytics", out var vendor));
        Assert.True(registry.TryGetVendor("google-analytics", out var sent));
        Assert.Equal(sent.Scripts.Select(script => (script.Src, script.Code, Attributes: string.Join(' ', script.Attributes))), vendor.Scripts.Select(script => (script.Src, script.Code, Attributes: string.Join(' ', script.Attributes))));
    }
}
