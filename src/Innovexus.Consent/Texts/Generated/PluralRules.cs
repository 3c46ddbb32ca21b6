// From CLDR 48.2, by GeneratedPluralRules in the browser tests: do not edit. See THIRD-PARTY-NOTICES.md.
namespace Innovexus.Consent;

/// <summary>Which of a language's plural forms goes with a whole number.</summary>
internal static class PluralRules
{
    /// <summary>The name that CLDR gives the form: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string FormOf(string language, int n) => language switch
    {
        "en" or "af" or "az" or "bg" or "da" or "de" or "el" or "et" or "eu" or "fi" or "gl" or "hu" or "ka" or "kk" or "nb" or "nl" or "sq" or "sv" or "sw" or "tr" or "ur" => n is 1 ? "one" : "other",
        "ar" => n is 0 ? "zero" : n is 1 ? "one" : n is 2 ? "two" : n % 100 is (>= 3 and <= 10) ? "few" : n % 100 is (>= 11 and <= 99) ? "many" : "other",
        "be" or "ru" or "uk" => n % 10 is 1 && n % 100 is not (11) ? "one" : n % 10 is (>= 2 and <= 4) && n % 100 is not ((>= 12 and <= 14)) ? "few" : n % 10 is 0 || n % 10 is (>= 5 and <= 9) || n % 100 is (>= 11 and <= 14) ? "many" : "other",
        "bn" or "fa" or "hi" => n is 0 || n is 1 ? "one" : "other",
        "bs" or "hr" or "sr" or "sr-Latn" => n % 10 is 1 && n % 100 is not (11) ? "one" : n % 10 is (>= 2 and <= 4) && n % 100 is not ((>= 12 and <= 14)) ? "few" : "other",
        "ca" or "es" or "es-419" or "it" or "pt" => n is 1 ? "one" : n is not (0) && n % 1000000 is 0 ? "many" : "other",
        "cs" or "sk" => n is 1 ? "one" : n is (>= 2 and <= 4) ? "few" : "other",
        "cy" => n is 0 ? "zero" : n is 1 ? "one" : n is 2 ? "two" : n is 3 ? "few" : n is 6 ? "many" : "other",
        "fr" or "fr-CA" => n is 0 or 1 ? "one" : n is not (0) && n % 1000000 is 0 ? "many" : "other",
        "ga" => n is 1 ? "one" : n is 2 ? "two" : n is (>= 3 and <= 6) ? "few" : n is (>= 7 and <= 10) ? "many" : "other",
        "he" => n is 1 ? "one" : n is 2 ? "two" : "other",
        "hy" => n is 0 or 1 ? "one" : "other",
        "is" or "mk" => n % 10 is 1 && n % 100 is not (11) ? "one" : "other",
        "lt" => n % 10 is 1 && n % 100 is not ((>= 11 and <= 19)) ? "one" : n % 10 is (>= 2 and <= 9) && n % 100 is not ((>= 11 and <= 19)) ? "few" : "other",
        "lv" => n % 10 is 0 || n % 100 is (>= 11 and <= 19) ? "zero" : n % 10 is 1 && n % 100 is not (11) ? "one" : "other",
        "mt" => n is 1 ? "one" : n is 2 ? "two" : n is 0 || n % 100 is (>= 3 and <= 10) ? "few" : n % 100 is (>= 11 and <= 19) ? "many" : "other",
        "pl" => n is 1 ? "one" : n % 10 is (>= 2 and <= 4) && n % 100 is not ((>= 12 and <= 14)) ? "few" : n is not (1) && n % 10 is (>= 0 and <= 1) || n % 10 is (>= 5 and <= 9) || n % 100 is (>= 12 and <= 14) ? "many" : "other",
        "pt-BR" => n is (>= 0 and <= 1) ? "one" : n is not (0) && n % 1000000 is 0 ? "many" : "other",
        "ro" => n is 1 ? "one" : n is 0 || n is not (1) && n % 100 is (>= 1 and <= 19) ? "few" : "other",
        "sl" => n % 100 is 1 ? "one" : n % 100 is 2 ? "two" : n % 100 is (>= 3 and <= 4) ? "few" : "other",
        _ => "other",
    };
}
