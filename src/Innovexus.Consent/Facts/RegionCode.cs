using System.Buffers;
using System.Collections.Frozen;

namespace Innovexus.Consent;

/// <summary>Regions as ISO 3166 names them: a country, or a country and one of its parts.</summary>
internal static class RegionCode
{
    // ISO 3166-1 alpha-2.
    private static readonly FrozenSet<string> Countries = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
        + "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        + "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
        + "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
        + "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Finds a country by the beginning of a code without making a text of it.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByPrefix = Countries.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> PartLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>The message for a text that <see cref="IsUnion"/> recognises.</summary>
    public const string Union = "'EU' is not an ISO 3166 region. Name its countries, such as DE and FR.";

    /// <summary>Whether a text means the European Union, which is not a country.</summary>
    public static bool IsUnion(string text) => text.Trim().Equals("EU", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<string> Known => Countries;

    /// <summary>
    /// The code in its one form, or nothing for what is none: <c>uk</c> is <c>GB</c>, <c>QC</c> is <c>CA-QC</c>, and <c>XX</c>,
    /// <c>EU</c> or <c>T1</c>, which proxies and sites write for "somewhere", are unknown.
    /// </summary>
    public static string? Normalize(string? text)
    {
        if (text is null || text.Length > 10)
        {
            return null;
        }

        if (IsNormal(text))
        {
            return text;
        }

        var parts = text.Trim().ToUpperInvariant().Replace('_', '-').Split('-');
        var country = parts[0] switch
        {
            "UK" => "GB",
            "QC" when parts.Length == 1 => "CA-QC",
            var other => other,
        };
        return parts.Length switch
        {
            1 when country == "CA-QC" || Countries.Contains(country) => country,
            2 when Countries.Contains(country) && parts[1].Length is >= 1 and <= 3 && parts[1].All(char.IsAsciiLetterOrDigit) => $"{country}-{parts[1]}",
            _ => null,
        };
    }

    /// <summary>A region in its one form, and the country that it is or is a part of.</summary>
    public static (string? Code, string? Country) Parse(string? region) =>
        Normalize(region) is { } code && ByPrefix.TryGetValue(code.AsSpan(0, 2), out var country) ? (code, country) : (null, null);

    private static bool IsNormal(string text) =>
        text.Length is 2 or (>= 4 and <= 6)
        && ByPrefix.Contains(text.AsSpan(0, 2))
        && (text.Length == 2 || (text[2] == '-' && !text.AsSpan(3).ContainsAnyExcept(PartLetters)));
}
