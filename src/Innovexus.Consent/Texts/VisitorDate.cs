using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// The day of a moment, in a sentence. A server does not know where the visitor is, so it names the day in UTC and says so; the runtime
/// (<c>ic-ui.js</c>) makes it the visitor's own. In a browser .NET knows the time zone, and both write the same.
/// </summary>
internal static class VisitorDate
{
    /// <summary>The sentence with the day in the place of <c>{0}</c>.</summary>
    public static RenderFragment In(string sentence, DateTimeOffset at)
    {
        var text = Text(at, OperatingSystem.IsBrowser() ? TimeZoneInfo.Local : TimeZoneInfo.Utc);
        var place = sentence.IndexOf("{0}", StringComparison.Ordinal);
        return builder =>
        {
            builder.AddContent(0, sentence[..place]);
            builder.OpenElement(1, "time");
            // Each moment gets an element of its own: the renderer compares with what it wrote itself, and does not see what the runtime
            // wrote.
            builder.SetKey(at);
            builder.AddAttribute(2, "datetime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            builder.AddAttribute(3, "data-ic-date", true);
            builder.AddContent(4, text);
            builder.CloseElement();
            builder.AddContent(5, sentence[(place + 3)..]);
        };
    }

    /// <summary>The day in a time zone, which is named where it is not the visitor's own.</summary>
    public static string Text(DateTimeOffset at, TimeZoneInfo zone) => zone.HasSameRules(TimeZoneInfo.Utc)
        ? $"{ConsentTexts.Day(at.UtcDateTime)}\u00A0(UTC)"
        : ConsentTexts.Day(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
