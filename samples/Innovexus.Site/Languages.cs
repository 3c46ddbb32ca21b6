namespace Innovexus.Site;

/// <summary>The languages that visitors may read the library's texts in.</summary>
internal static class Languages
{
    public static readonly string[] All =
    [
        "en", "af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da",
        "de", "el", "es", "es-419", "et", "eu", "fa", "fi", "fr", "fr-CA", "ga", "gl",
        "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko",
        "lt", "lv", "mk", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru",
        "sk", "sl", "sq", "sr", "sr-Latn", "sv", "sw", "th", "tr", "uk", "ur", "vi",
        "zh-Hans", "zh-Hant",
    ];
}
