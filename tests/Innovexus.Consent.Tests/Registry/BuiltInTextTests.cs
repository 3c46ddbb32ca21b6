using System.Collections;
using System.Reflection;

namespace Innovexus.Consent.Tests;

/// <summary>The library's own words are looked up when they are rendered, so that each visitor may read them in another language.</summary>
public class BuiltInTextTests
{
    private static readonly ConsentRegistry Registry = Registries.Build(options =>
    {
        options.HasExternalSource = true;
        options.PolicyVersions.Add(new() { Id = "2026-11", Effective = new DateOnly(2026, 11, 1), Summary = "Logs", Material = true });
        Registries.Declare(options);
        BuiltInDeclarations.AddFrameworkCookies(options.Registry, FrameworkCookies.All);
    });

    [Fact]
    public void They_are_there_where_they_are_read()
    {
        Assert.True(Registry.TryGetCategory("analytics", out var analytics));
        Assert.Equal((ConsentTexts.Default.Analytics, ConsentTexts.Default.AnalyticsPurpose), (analytics.Name, analytics.Purpose));
        Assert.True(Registry.TryGetVendor(BuiltInDeclarations.FrameworkVendor, out var framework));
        Assert.Equal((ConsentTexts.FrameworkName, ConsentTexts.Default.FrameworkPurpose), (framework.Name, framework.Purpose));
        Assert.All(Registry.Vendors, vendor => Assert.NotEmpty(vendor.Purpose));
        Assert.All(Registry.Vendors.SelectMany(vendor => vendor.Cookies), cookie => Assert.NotEmpty(cookie.Purpose));
    }

    [Fact]
    public void The_registry_holds_none_of_them()
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        Hold(Registry, [], held);

        Assert.Contains("chat Inc.", held);
        Assert.Empty(held.Intersect(typeof(ConsentTexts).GetProperties().Where(text => text.PropertyType == typeof(string) && text.GetIndexParameters().Length == 0).Select(text => (string)text.GetValue(ConsentTexts.Default)!)));
    }

    [Fact]
    public void A_purpose_of_the_sites_own_takes_the_place_of_one_of_them()
    {
        var cookie = Registry.Vendors.Single(vendor => vendor.Id == BuiltInDeclarations.FrameworkVendor).Cookies[0];

        Assert.Equal("Ours", (cookie with { Purpose = "Ours" }).Purpose);
    }

    private static void Hold(object? value, HashSet<object> seen, HashSet<string> held)
    {
        if (value is string text)
        {
            held.Add(text);
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Hold(item, seen, held);
            }
        }
        else if (value?.GetType().Assembly == typeof(ConsentRegistry).Assembly && !value.GetType().IsEnum && seen.Add(value))
        {
            foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                Hold(field.GetValue(value), seen, held);
            }
        }
    }
}
