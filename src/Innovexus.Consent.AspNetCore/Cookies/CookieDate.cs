using System.Buffers;
using System.Globalization;

namespace Innovexus.Consent;

/// <summary>
/// The dates of <c>Expires</c>, read as browsers read them (RFC 6265, section 5.1.1): anything else in the text is ignored.
/// </summary>
internal static class CookieDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    // %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("\t !\"#$%&'()*+,-./;<=>?@[\\]^_`{|}~");

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        TimeSpan? time = null;
        int? day = null, month = null, year = null;
        while (true)
        {
            var start = text.IndexOfAnyExcept(Delimiters);
            if (start < 0)
            {
                break;
            }

            text = text[start..];
            var length = text.IndexOfAny(Delimiters) is var end and >= 0 ? end : text.Length;
            var token = text[..length];
            text = text[length..];
            if (time is null && Time(token) is { } clock)
            {
                time = clock;
            }
            else if (day is null && Number(token, 1, 2) is { } dayNumber)
            {
                day = dayNumber;
            }
            else if (month is null && Month(token) is { } monthNumber)
            {
                month = monthNumber;
            }
            else if (year is null && Number(token, 2, 4) is { } yearNumber)
            {
                year = yearNumber is >= 70 and <= 99 ? yearNumber + 1900 : yearNumber is >= 0 and <= 69 ? yearNumber + 2000 : yearNumber;
            }
        }

        if (time is null || day is null or < 1 || month is null || year is null or < 1601 || day > DateTime.DaysInMonth(year.Value, month.Value))
        {
            return false;
        }

        date = new DateTimeOffset(year.Value, month.Value, day.Value, 0, 0, 0, TimeSpan.Zero) + time.Value;
        return true;
    }

    // Digits at the start, and what follows them is no digit.
    private static int? Number(ReadOnlySpan<char> token, int least, int most)
    {
        var digits = token.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : token.Length;
        return digits >= least && digits <= most ? int.Parse(token[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static int? Month(ReadOnlySpan<char> token)
    {
        for (var month = 0; token.Length >= 3 && month < 12; month++)
        {
            if (token[..3].Equals(Months.AsSpan(month * 3, 3), StringComparison.OrdinalIgnoreCase))
            {
                return month + 1;
            }
        }

        return null;
    }

    private static TimeSpan? Time(ReadOnlySpan<char> token)
    {
        Span<Range> parts = stackalloc Range[4];
        return token.Split(parts, ':') == 3
            && token[parts[0]].Length <= 2 && Number(token[parts[0]], 1, 2) is { } hours and < 24
            && token[parts[1]].Length <= 2 && Number(token[parts[1]], 1, 2) is { } minutes and < 60
            && Number(token[parts[2]], 1, 2) is { } seconds and < 60
            ? new TimeSpan(hours, minutes, seconds)
            : null;
    }
}
