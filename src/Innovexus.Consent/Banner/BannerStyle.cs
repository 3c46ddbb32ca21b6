namespace Innovexus.Consent;

/// <summary>The style that the banner needs, so that a page carries no more.</summary>
internal static class BannerStyle
{
    // The stylesheet itself says where its first part ends, so that the two cannot drift apart. Minifiers keep comments of this kind.
    private const string End = "/*! Preferences */";

    /// <summary>The first part of the sheet, or the whole sheet if a tool has removed the comment; then what the layout adds.</summary>
    public static string Of(string sheet, string? layout = null) => sheet.Split(End)[0].TrimEnd() + layout;
}
