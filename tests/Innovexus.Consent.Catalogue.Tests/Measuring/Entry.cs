using System.Text.RegularExpressions;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>What the catalogue says of a vendor, asked about what was seen. Patterns are read here anew, so that a mistake in ours shows.</summary>
internal sealed class Entry(ConsentVendor vendor)
{
    public bool Declares(Stored stored) => Of(stored).Any();

    public bool IsOptOut(Stored stored) => Of(stored).Any(cookie => cookie.OptOut);

    /// <summary>Whether it says how long a cookie stays, and the cookie stays longer.</summary>
    public bool StaysLonger(Stored stored) =>
        stored.Kind == StorageKind.Cookie && Declares(stored) && Of(stored).All(cookie => (stored.Days ?? 0) > (cookie.Duration?.TotalDays ?? 0) + 0.01);

    public bool DeclaresOrigin(Uri address) => vendor.Origins.Any(origin => Fits(origin.Origin, address.GetLeftPart(UriPartial.Authority)));

    /// <summary>A mark of an objection of each kind that it names.</summary>
    public IEnumerable<Stored> Marks() => vendor.Cookies.Where(cookie => cookie.OptOut).Select(cookie => new Stored(cookie.Kind, cookie.Name.Replace("*", "planted", StringComparison.Ordinal)));

    private IEnumerable<CookieDeclaration> Of(Stored stored) =>
        vendor.Cookies.Where(cookie => cookie.Kind == stored.Kind && !cookie.ThirdParty && (Fits(cookie.Name, stored.Name) || Fits(cookie.Name, Uri.UnescapeDataString(stored.Name))));

    private static bool Fits(string pattern, string found) => Regex.IsMatch(found, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline);
}
