namespace Innovexus.Consent;

/// <summary>The part of the stylesheet that the banner needs.</summary>
internal static class BannerStyle
{
    // The stylesheet itself says where its first part ends, so that the two cannot drift apart.
    private const string End = "/* Preferences */";

    public static string Of(string sheet) => sheet[..sheet.IndexOf(End, StringComparison.Ordinal)].TrimEnd();
}
