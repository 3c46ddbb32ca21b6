namespace Innovexus.Consent;

/// <summary>The banner's style as it stands in pages.</summary>
internal static class InlineStyle
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(InlineStyle).Assembly.GetManifestResourceStream("ic.css")!;
        using var reader = new StreamReader(stream);
        return BannerStyle.Of(reader.ReadToEnd());
    }
}
