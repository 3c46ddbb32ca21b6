using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What Consent Mode costs every page.</summary>
public class ConsentModeSizeTests
{
    private const int Quality = 5;

    [Fact]
    public async Task Consent_Mode_adds_at_most_600_bytes_to_a_page()
    {
        var without = await BytesAsync(Vendor);
        var with = await BytesAsync(consent => Vendor(consent).AddGoogleConsentMode());

        TestContext.Current.TestOutputHelper?.WriteLine($"{with - without} bytes, brotli {Quality}");
        Assert.InRange(with - without, 100, 600);
    }

    private static IConsentBuilder Vendor(IConsentBuilder consent) => consent.AddVendor("stats", "analytics", vendor => (vendor.Name, vendor.Purpose) = ("Stats", "Counts visits"));

    private static async Task<int> BytesAsync(Func<IConsentBuilder, IConsentBuilder> declare)
    {
        var html = await Rendered.AsHtmlAsync<PageWithHead>(consent => declare(consent));
        var packed = new byte[html.Length * 2];
        Assert.True(BrotliEncoder.TryCompress(Encoding.UTF8.GetBytes(html), packed, out var written, Quality, window: 22));
        return written;
    }
}
