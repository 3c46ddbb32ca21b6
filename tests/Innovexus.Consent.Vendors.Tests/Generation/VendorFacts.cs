using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>Writes what the catalogue knows of a vendor, for a reader.</summary>
internal static class VendorFacts
{
    private const string Measured = "measured: ";

    /// <param name="id">Its id.</param>
    /// <param name="heading">What stands above it.</param>
    public static string Markdown(string id, string heading)
    {
        var file = EntryFile.All.Single(file => file.Id == id);
        var vendor = Declared.Vendor(id);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n");
        if (vendor.Category == ConsentCategories.Necessary)
        {
            text.Append("- **Without a grant**: it is necessary, so it runs wherever its line stands, and nobody is asked.\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"- **Before a grant**: {Before(vendor)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **With a grant**: {Grant(vendor)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- **After a withdrawal**: {Withdrawal(vendor, file)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"- **Global Privacy Control** {(vendor.SaleOrShare ? "locks it, since using it counts as a sale or as sharing" : "does not lock it")}. {OwnControl(file)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Page views**: {Views(vendor)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Trusted Types**: {TrustedTypes(file)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **How this is known**: {Known(file)}\n");
        Table(text, "\n| kind | name | kept | for |\n|---|---|---|---|\n", vendor.Cookies.Select(cookie => $"| {Kind(cookie.Kind)} | `{cookie.Name}`{Where(cookie)} | {Kept(cookie)} | {cookie.Purpose.TrimEnd('.')} |\n"));
        Table(text, "\n| host | for |\n|---|---|\n", vendor.Origins.GroupBy(origin => origin.Origin).Select(uses => $"| `{uses.Key}` | {Uses(uses.Aggregate(VendorUses.None, (all, origin) => all | origin.Uses))} |\n"));
        Table(text, "\nGood to know:\n\n", file.Items("notes").Select(note => $"- {Plain(note.GetString()!)}\n"));
        return text.ToString();
    }

    private static string Before(ConsentVendor vendor)
    {
        var said = Calls(vendor, SignalMoment.Before);
        return "nothing of it is fetched, stored or sent."
            + (said.Length > 0 ? $" {said} stands in the page for when it is loaded." : "")
            + (IsTold(vendor) ? " Google's Consent Mode stands in `dataLayer`, where nobody reads it yet." : "");
    }

    private static string Grant(ConsentVendor vendor)
    {
        var said = Calls(vendor, SignalMoment.Grant, SignalMoment.Change);
        return "what waits for it is loaded"
            + (said.Length > 0 ? $", and it hears {said}." : IsTold(vendor) ? ", and it reads Consent Mode." : ". Nothing else is said to it.");
    }

    private static string Withdrawal(ConsentVendor vendor, EntryFile file)
    {
        var said = Calls(vendor, SignalMoment.Change, SignalMoment.Revoke);
        var kept = vendor.Cookies.Where(cookie => cookie.OptOut).Select(cookie => $"`{cookie.Name}`").Distinct().ToArray();
        return (file.Json.Text("withdrawal") == "drop" ? "nothing is said to it, because it would send what it had collected."
            : said.Length > 0 ? $"it hears {said}."
            : IsTold(vendor) ? "it reads the update of Consent Mode."
            : "nothing is said to it, because no call is known.")
            + (vendor.Cookies.Any(cookie => !cookie.ThirdParty && !cookie.OptOut) ? " Then what is listed below is deleted." : "")
            + (kept.Length > 0 ? $" {string.Join(", ", kept)} {(kept.Length == 1 ? "stays" : "stay")}, as the mark of the objection." : "")
            + (vendor.Cookies.Any(cookie => cookie.ThirdParty) ? " Cookies of its own domain stay: no site can delete them." : "")
            + " A page in which its script ran is loaded anew.";
    }

    private static bool IsTold(ConsentVendor vendor) => GoogleConsentMode.Readers.Contains(vendor.Id);

    private static string Calls(ConsentVendor vendor, params SignalMoment[] moments) =>
        string.Join(", ", vendor.Signals.Where(signal => moments.Contains(signal.When)).Select(signal => $"`{SpokenCall.Of(signal, vendor.Id)}`").Distinct());

    private static string OwnControl(EntryFile file) => file.Json.Text("globalPrivacyControl") switch
    {
        "none" => "Its script was seen not to react to the signal.",
        "stops" => "Its script was seen not to start under the signal.",
        "reduces" => "Its script was seen to do less under the signal.",
        _ => "What its script does with the signal was not measured.",
    };

    private static string Views(ConsentVendor vendor) =>
        vendor.PageViews == VendorPageViews.History ? "it counts changes of the address by itself, so the library tells it none."
        : vendor.PageView is null ? "the library tells it none; it counts what its own script counts."
        : vendor.PageViews == VendorPageViews.Load ? "it counts the load of a document by itself, and the library tells it later changes of the address."
        : "the library tells it each.";

    private static string TrustedTypes(EntryFile file) => file.Json.Text("trustedTypes") switch
    {
        "works" => "it was seen to work.",
        "fails" => "it was seen to fail, so it needs a policy without them.",
        _ => "not measured as a whole.",
    };

    private static string Known(EntryFile file)
    {
        var measured = file.Items("sources").Where(source => source.Text("source")!.StartsWith(Measured, StringComparison.Ordinal)).ToArray();
        var seen = string.Join(", ", measured.Select(source => source.Text("source")![Measured.Length..]).Distinct());
        return measured.Length == 0 ? "documented, not measured."
            : measured.Any(source => source.GetProperty("facts").EnumerateArray().Any(fact => fact.ValueEquals("stores"))) ? $"measured with {seen}. Hosts, calls and the lines are documented, unless a note says that they were measured."
            : $"documented. Only what the notes call measured was measured, with {seen}.";
    }

    // Names in a note are no emphasis, and what stands between angle brackets is no element.
    private static string Plain(string text) => text.Replace("_", "\\_", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static void Table(StringBuilder text, string head, IEnumerable<string> rows)
    {
        var body = string.Concat(rows);
        if (body.Length > 0)
        {
            text.Append(head).Append(body);
        }
    }

    private static string Kind(StorageKind kind) => kind switch
    {
        StorageKind.LocalStorage => "local storage",
        StorageKind.SessionStorage => "session storage",
        StorageKind.ServiceWorker => "service worker",
        StorageKind.IndexedDB => "IndexedDB",
        _ => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
    };

    private static string Where(CookieDeclaration cookie) => cookie.ThirdParty ? $" on {cookie.Domain}" : "";

    private static string Kept(CookieDeclaration cookie) => (cookie.Kind, cookie.Duration) switch
    {
        (StorageKind.SessionStorage, _) => "while the tab is open",
        (StorageKind.Cookie, null) => "until the browser is closed",
        (_, null) => "until it is deleted",
        (_, { TotalDays: >= 2 } duration) => $"{duration.TotalDays:0} days",
        (_, { TotalHours: >= 1 } duration) => Number(duration.TotalHours, "hour"),
        (_, { TotalMinutes: >= 1 } duration) => Number(duration.TotalMinutes, "minute"),
        (_, { } duration) => Number(duration.TotalSeconds, "second"),
    };

    private static string Number(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0} {unit}{(number == 1 ? "" : "s")}");

    private static string Uses(VendorUses uses) => string.Join(", ", Enum.GetValues<VendorUses>().Where(use => use != 0 && System.Numerics.BitOperations.IsPow2((int)use) && uses.HasFlag(use)).Select(use => use.ToString().ToLowerInvariant()));
}
