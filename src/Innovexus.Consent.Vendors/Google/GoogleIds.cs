namespace Innovexus.Consent;

/// <summary>What an id of Google's is for: each product has a beginning of its own, and they are easily mixed up.</summary>
internal static class GoogleIds
{
    private static readonly (string Start, string Vendor, string Use)[] Starts =
    [
        ("GTM-", "google-tag-manager", "AddGoogleTagManager"),
        ("AW-", "google-ads", "AddGoogleAds"),
        ("G-", "google-analytics", "AddGoogleAnalytics"),
    ];

    public static string Hint(string value, string vendor)
    {
        if (value.StartsWith("UA-", StringComparison.OrdinalIgnoreCase))
        {
            return " It is an id of Universal Analytics, which Google has switched off: make a data stream of Google Analytics 4.";
        }

        var other = Array.Find(Starts, start => start.Vendor != vendor && value.StartsWith(start.Start, StringComparison.OrdinalIgnoreCase));
        return other.Use is null ? "" : $" It begins as those for {other.Use} do.";
    }
}
