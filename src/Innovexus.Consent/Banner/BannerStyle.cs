namespace Innovexus.Consent;

/// <summary>The part of the stylesheet that the banner needs.</summary>
internal static class BannerStyle
{
    // The stylesheet itself says where its first part ends, so that the two cannot drift apart. Minifiers keep comments of this kind.
    private const string End = "/*! Preferences */";

    /// <summary>The whole sheet, if a tool has removed the comment.</summary>
    public static string Of(string sheet) => sheet.Split(End)[0].TrimEnd();
}
