namespace Innovexus.Consent;

/// <summary>The banner's style as it stands in pages.</summary>
internal static class InlineStyle
{
    private static readonly Dictionary<BannerLook, string> Texts = BannerLook.All.ToDictionary(
        look => look, look => BannerStyle.Of(EmbeddedFile.Read("ic.css"), look.Sheet is { } sheet ? EmbeddedFile.Read(sheet) : null));

    /// <summary>The style of every layout, each once.</summary>
    public static IEnumerable<string> All => Texts.Values.Distinct(StringComparer.Ordinal);

    public static string Of(BannerLook look) => Texts[look];
}
