using System.Globalization;

namespace Innovexus.Consent;

/// <summary>
/// Durations in configuration: <c>30</c> (days) or <c>[days.]hours:minutes[:seconds]</c>. TimeSpan's own parser takes
/// <c>24:00:00</c> for 24 days, which nobody means, so hours end at 23 here.
/// </summary>
internal static class ConsentDuration
{
    public const string Form = "Write days as \"30\", or days and time as \"30.00:00:00\"; hours are at most 23.";

    private const int MostDays = 100_000;

    // By hand: the code of a regular expression would be a good part of what an application's start compiles.
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var rest = text.AsSpan().Trim();
        var days = 0;
        if (!rest.Contains(':'))
        {
            if (!IsNumber(rest, 6, MostDays, out days))
            {
                return false;
            }

            duration = TimeSpan.FromDays(days);
            return true;
        }

        if (rest.IndexOf('.') is var point and >= 0)
        {
            if (!IsNumber(rest[..point], 6, MostDays, out days))
            {
                return false;
            }

            rest = rest[(point + 1)..];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = rest.Split(parts, ':');
        var seconds = 0;
        if (count is not (2 or 3)
            || !IsNumber(rest[parts[0]], 2, 23, out var hours)
            || !IsNumber(rest[parts[1]], 2, 59, out var minutes)
            || (count == 3 && !IsNumber(rest[parts[2]], 2, 59, out seconds)))
        {
            return false;
        }

        duration = new TimeSpan(days, hours, minutes, seconds);
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int mostDigits, int most, out int number)
    {
        number = 0;
        return text.Length > 0 && text.Length <= mostDigits && !text.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
    }
}
