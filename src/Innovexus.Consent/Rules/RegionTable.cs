using static Innovexus.Consent.ConsentModel;

namespace Innovexus.Consent;

/// <summary>
/// The default model of each category in each region, the most specific region first. It is not legal advice: sites override single cells.
/// </summary>
internal static class RegionTable
{
    /// <summary>The strictest row, for a region that is unknown or not listed here.</summary>
    public static RegionRow Unknown { get; } = new("", OptIn, OptIn, OptIn, "fail closed");

    public static IReadOnlyList<RegionRow> Rows { get; } =
    [
        // Regions                                                                     functional  analytics  marketing
        new("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK", OptIn, OptIn, OptIn, "Directive 2002/58/EC Art. 5(3); GDPR Art. 4(11), 7; EDPB Guidelines 2/2023"),
        new("IS LI NO", OptIn, OptIn, OptIn, "the same, by the EEA Agreement"),

        // Statistics and appearance of one's own may be exempt with objection (Schedule A1); a site claims that by an override.
        new("GB", OptIn, OptIn, OptIn, "PECR reg. 6 and Schedule A1 (Data (Use and Access) Act 2025 s. 112)"),
        new("CH", OptOut, OptOut, OptIn, "Telecommunications Act Art. 45c; FDPIC guide of 22 January 2025"),
        new("BR", OptIn, OptIn, OptIn, "LGPD; ANPD guide on cookies and personal data protection"),
        new("CA-QC", OptIn, OptIn, OptIn, "Act respecting the protection of personal information in the private sector, s. 8.1"),
        new("CA-AB CA-BC CA-MB CA-NB CA-NL CA-NS CA-NT CA-NU CA-ON CA-PE CA-SK CA-YT", OptOut, OptOut, OptOut, "PIPEDA; OPC policy position on online behavioural advertising"),
        new("CA", OptIn, OptIn, OptIn, "where the province is not known it may be Quebec"),

        // The law asks sites to honour a universal opt-out signal.
        new("US-CA", OptOut, OptOut, OptOut, "Cal. Civ. Code § 1798.120, 1798.135; 11 CCR § 7025"),
        new("US-CO", OptOut, OptOut, OptOut, "Colorado Privacy Act"),
        new("US-CT", OptOut, OptOut, OptOut, "Connecticut Data Privacy Act"),
        new("US-DE", OptOut, OptOut, OptOut, "Delaware Personal Data Privacy Act"),
        new("US-MD", OptOut, OptOut, OptOut, "Maryland Online Data Privacy Act"),
        new("US-MN", OptOut, OptOut, OptOut, "Minnesota Consumer Data Privacy Act"),
        new("US-MT", OptOut, OptOut, OptOut, "Montana Consumer Data Privacy Act"),
        new("US-NE", OptOut, OptOut, OptOut, "Nebraska Data Privacy Act"),
        new("US-NH", OptOut, OptOut, OptOut, "New Hampshire Privacy Act, RSA 507-H"),
        new("US-NJ", OptOut, OptOut, OptOut, "New Jersey Data Privacy Act"),
        new("US-OR", OptOut, OptOut, OptOut, "Oregon Consumer Privacy Act"),
        new("US-TX", OptOut, OptOut, OptOut, "Texas Data Privacy and Security Act"),

        // Opt-out. The law does not name the signal, which is honoured all the same.
        new("US-FL", OptOut, OptOut, OptOut, "Florida Digital Bill of Rights"),
        new("US-IA", OptOut, OptOut, OptOut, "Iowa Consumer Data Protection Act"),
        new("US-IN", OptOut, OptOut, OptOut, "Indiana Consumer Data Protection Act"),
        new("US-KY", OptOut, OptOut, OptOut, "Kentucky Consumer Data Protection Act"),
        new("US-RI", OptOut, OptOut, OptOut, "Rhode Island Data Transparency and Privacy Protection Act"),
        new("US-TN", OptOut, OptOut, OptOut, "Tennessee Information Protection Act"),
        new("US-UT", OptOut, OptOut, OptOut, "Utah Consumer Privacy Act"),
        new("US-VA", OptOut, OptOut, OptOut, "Virginia Consumer Data Protection Act"),
        new("US", OptOut, OptOut, OptOut, "no state law; the strictest that others ask for"),
    ];

    /// <summary>The countries of the European Union.</summary>
    public static string[] Union { get; } = Rows[0].Regions.Split(' ');

    /// <summary>Those that the EEA Agreement adds.</summary>
    public static string[] Agreement { get; } = Rows[1].Regions.Split(' ');

    private static readonly Dictionary<string, RegionRow> ByRegion = Rows
        .SelectMany(row => row.Regions.Split(' '), (row, region) => (row, region))
        .ToDictionary(entry => entry.region, entry => entry.row, StringComparer.Ordinal);

    /// <summary>The row of a region; if it has none, that of its country; if that has none, the strictest.</summary>
    public static RegionRow Of(string? region)
    {
        var (code, country) = RegionCode.Parse(region);
        return code is null ? Unknown
            : ByRegion.TryGetValue(code, out var row) || ByRegion.TryGetValue(country!, out row) ? row
            : Unknown;
    }
}
