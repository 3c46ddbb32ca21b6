namespace Innovexus.Consent;

/// <summary>What the name of a language tells (BCP 47). Read off the name alone, since an application may carry no culture data.</summary>
internal static class LanguageTag
{
    private const string LatinAmerican = "es-419";

    // The regions whose Spanish is Latin American (CLDR, parentLocales).
    private static readonly string[] LatinAmerica =
        ["AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "US", "UY", "VE"];

    private static readonly string[] RightToLeft = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

    /// <summary>The language itself and those whose texts its readers read, the nearest first.</summary>
    public static IEnumerable<string> NearestOf(string name)
    {
        for (var tag = name; tag.Length > 0; tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)])
        {
            yield return tag;
            if (RelativeOf(tag) is { } relative)
            {
                yield return relative;
            }
        }
    }

    /// <summary>How a language is written: <c>ltr</c> or <c>rtl</c>.</summary>
    public static string DirectionOf(string name) => RightToLeft.Contains(name.Split('-')[0], StringComparer.OrdinalIgnoreCase) ? "rtl" : "ltr";

    private static string? RelativeOf(string tag) => tag switch
    {
        "no" or "nn" => "nb",
        "zh" or "zh-CN" or "zh-SG" => "zh-Hans",
        "zh-HK" or "zh-MO" or "zh-TW" => "zh-Hant",
        ['e', 's', '-', .. var region] when LatinAmerica.Contains(region, StringComparer.Ordinal) => LatinAmerican,
        _ => null,
    };
}
