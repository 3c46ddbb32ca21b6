using System.Globalization;
using System.Text.RegularExpressions;

namespace Innovexus.Consent;

/// <summary>
/// Durations in configuration: <c>30</c> (days) or <c>[days.]hours:minutes[:seconds]</c>. TimeSpan's own parser takes
/// <c>24:00:00</c> for 24 days, which nobody means, so hours end at 23 here.
/// </summary>
internal static partial class ConsentDuration
{
    public const string Form = "Write days as \"30\", or days and time as \"30.00:00:00\"; hours are at most 23.";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Pattern().Match(text.Trim());
        if (!match.Success || Part("hours") > 23 || Part("minutes") > 59 || Part("seconds") > 59 || Part("days") > 100_000)
        {
            return false;
        }

        duration = new TimeSpan(Part("days"), Part("hours"), Part("minutes"), Part("seconds"));
        return true;

        int Part(string name) => match.Groups[name] is { Success: true } group
            ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
    }

    [GeneratedRegex(@"^(?:(?<days>\d{1,6})|(?:(?<days>\d{1,6})\.)?(?<hours>\d{1,2}):(?<minutes>\d{1,2})(?::(?<seconds>\d{1,2}))?)$")]
    private static partial Regex Pattern();
}
