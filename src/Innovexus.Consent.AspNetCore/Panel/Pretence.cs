using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// What a developer pretends to be, on the panel. It stands in a cookie of that browser, and only a server in Development reads it: elsewhere
/// no request has this feature.
/// </summary>
/// <param name="Region">Where the visitor is said to be; nothing to leave that to the site.</param>
/// <param name="Age">How old; nothing to leave that to the site.</param>
/// <param name="Signal">Whether the browser is said to send Global Privacy Control.</param>
/// <param name="Language">The language that the browser is said to prefer; nothing to leave it as it is.</param>
internal sealed record Pretence(string? Region, AgeSignal? Age, bool Signal, string? Language)
{
    /// <summary>The cookie. The panel's script sets it, until the browser is closed.</summary>
    public const string Cookie = "ic_pretend";

    /// <summary>What the cookie says; nothing where it says nothing.</summary>
    public static Pretence? Of(HttpRequest request)
    {
        if (RequestCookies.Values(request, Cookie) is not [var text, ..])
        {
            return null;
        }

        var fields = new QueryCollection(QueryHelpers.ParseQuery(text));
        Pretence pretence = new(
            RegionCode.Normalize(fields["region"]),
            Enum.TryParse<AgeSignal>(fields["age"], out var age) && Enum.IsDefined(age) ? age : null,
            fields["signal"] == "on",
            Culture(fields["language"])?.Name);
        return pretence == new Pretence(null, null, false, null) ? null : pretence;
    }

    /// <summary>
    /// Gives a request what its browser is said to send. To be called within a method of its own that is asynchronous, so that the culture
    /// ends with the request.
    /// </summary>
    public void Apply(HttpContext context)
    {
        context.Features.Set(this);
        if (Signal)
        {
            context.Request.Headers[GlobalPrivacyControl.Header] = "1";
        }

        if (Culture(Language) is { } culture)
        {
            // A site that follows the browser's language reads the header; for one that follows nothing, this is the culture.
            context.Request.Headers[HeaderNames.AcceptLanguage] = culture.Name;
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        }
    }

    private static CultureInfo? Culture(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? null : CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
