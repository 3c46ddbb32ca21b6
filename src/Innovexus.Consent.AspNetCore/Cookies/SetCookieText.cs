namespace Innovexus.Consent;

/// <summary>A <c>Set-Cookie</c> header, read as browsers read it (RFC 6265, section 5.2), without taking it apart.</summary>
internal static class SetCookieText
{
    /// <summary>The name; empty where there is none, which browsers keep as a cookie without a name or drop.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> header)
    {
        var end = header.IndexOfAny('=', ';');
        return end < 0 || header[end] == ';' ? default : header[..end].Trim();
    }

    /// <summary>Whether it deletes: its last <c>Max-Age</c>, or without one its last <c>Expires</c>, is over.</summary>
    public static bool IsDeletion(ReadOnlySpan<char> header, DateTimeOffset now)
    {
        bool? byAge = null, byDate = null;
        var rest = header[Before(header, ';').Length..];
        while (!rest.IsEmpty)
        {
            rest = rest[1..];
            var attribute = Before(rest, ';');
            rest = rest[attribute.Length..];
            var name = Before(attribute, '=');
            var value = attribute[Math.Min(name.Length + 1, attribute.Length)..].Trim();
            name = name.Trim();
            if (name.Equals("Max-Age", StringComparison.OrdinalIgnoreCase) && IsNumber(value))
            {
                byAge = value[0] == '-' || value.TrimStart('0').IsEmpty;
            }
            else if (name.Equals("Expires", StringComparison.OrdinalIgnoreCase)
                && CookieDate.TryParse(value, out var expires))
            {
                byDate = expires <= now;
            }
        }

        return byAge ?? byDate ?? false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || (text[0] == '-' && text.Length > 1)) && !text[1..].ContainsAnyExceptInRange('0', '9');

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char end) => text.IndexOf(end) is var at and >= 0 ? text[..at] : text;
}
