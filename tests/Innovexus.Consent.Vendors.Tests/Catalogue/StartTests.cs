using System.Diagnostics;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What the catalogue costs an application's start.</summary>
public class StartTests
{
    private static readonly string[] Used = ["google-analytics", "meta-pixel", "hotjar", "hubspot", "microsoft-clarity"];

    [Fact]
    public void Only_the_entries_that_are_used_are_read()
    {
        var options = new ConsentOptions();

        new CatalogueSetup(Used.Select(id => new CatalogueVendor(id, new Dictionary<string, string>()))).Configure(options);

        Assert.Equal(Used.Order(StringComparer.Ordinal), options.Registry.Vendors.Keys.Order(StringComparer.Ordinal));
    }

    // Alone, so that the first line is a cold start's: -method "*Report_what_five_vendors_add*" -explicit only -showLiveOutput.
    [Fact(Explicit = true)]
    public void Report_what_five_vendors_add()
    {
        foreach (var run in new[] { "first", "second", "third" })
        {
            var watch = Stopwatch.StartNew();
            new CatalogueSetup(Used.Select(id => new CatalogueVendor(id, Declared.Examples(id)))).Configure(new());
            TestContext.Current.TestOutputHelper?.WriteLine($"{run}: {watch.Elapsed.TotalMilliseconds:0.00} ms");
        }
    }
}
