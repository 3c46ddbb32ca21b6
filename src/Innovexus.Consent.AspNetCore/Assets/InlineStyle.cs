namespace Innovexus.Consent;

/// <summary>The banner's style as it stands in pages.</summary>
internal static class InlineStyle
{
    public static string Text { get; } = BannerStyle.Of(EmbeddedFile.Read("ic.css"));
}
