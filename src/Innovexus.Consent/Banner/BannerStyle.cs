namespace Innovexus.Consent;

/// <summary>The first part of <c>ic.css</c>, which the banner carries in the page: what its first paint needs, and nothing else.</summary>
internal static class BannerStyle
{
    // The stylesheet itself says where its first part ends, so that the two cannot drift apart.
    private const string End = "/* Preferences */";

    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(BannerStyle).Assembly.GetManifestResourceStream("ic.css")!;
        using var reader = new StreamReader(stream);
        var sheet = reader.ReadToEnd();
        return sheet[..sheet.IndexOf(End, StringComparison.Ordinal)].TrimEnd();
    }
}
