using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>The pages about vendors in the docs.</summary>
public class VendorPagesTests
{
    private const string Anew = "Write the pages anew: dotnet run --project tests/Innovexus.Consent.Vendors.Tests -- -class \"*VendorPagesTests\" -explicit only";

    public static TheoryData<string> Names => [.. VendorPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_says_what_the_catalogue_says(string name) =>
        Assert.True(VendorPages.Write(name) == File.ReadAllText(VendorPages.Path(name)), $"The catalogue has changed. {Anew}");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_tells_what_to_look_at_and_what_no_library_can_do(string name)
    {
        var page = File.ReadAllText(VendorPages.Path(name));

        Assert.NotEmpty(VendorPages.About(name));
        Assert.Contains("\n## In its own debugger\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## What no library can do\n", page, StringComparison.Ordinal);
        Assert.Contains($"(vendors/{name})", File.ReadAllText(VendorTable.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void No_vendor_has_two_pages() => Assert.Distinct(VendorPages.Names.SelectMany(VendorPages.About));

    [Fact]
    public void What_the_pages_tell_to_write_is_what_is_compiled()
    {
        Assert.True(VendorLines.Code() == File.ReadAllText(VendorLines.CodePath), Anew);
        Assert.True(VendorLines.AllMarkup() == File.ReadAllText(VendorLines.MarkupPath), Anew);
    }

    [Fact]
    public void What_the_pages_tell_to_write_starts() => Assert.All(VendorPageLines.All, page =>
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Consent:Controller:Name", "Example Ltd"), new("Consent:PrivacyPolicyPath", "/privacy")]);
        builder.Services.AddLogging();

        page.Add(builder);

        using var services = builder.Services.BuildServiceProvider();
        var registry = services.GetRequiredService<ConsentRegistry>();
        Assert.All(page.Vendors, id => Assert.True(registry.TryGetVendor(id, out _)));
    });

    [Fact(Explicit = true)]
    public void Write_the_pages_anew()
    {
        foreach (var name in VendorPages.Names)
        {
            File.WriteAllText(VendorPages.Path(name), VendorPages.Write(name));
        }

        File.WriteAllText(VendorLines.CodePath, VendorLines.Code());
        File.WriteAllText(VendorLines.MarkupPath, VendorLines.AllMarkup());
    }
}
