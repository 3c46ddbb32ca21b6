using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>Tells caches what a response depends on, as soon as it does and before its body is written.</summary>
internal static class ConsentVary
{
    private const string State = $"Cookie, {GlobalPrivacyControl.Header}";

    /// <summary>The visitor's state: the decision and the signal.</summary>
    public static void Add(HttpResponse response)
    {
        // As one text where nothing else is named, which is most responses.
        if (response.Headers.Vary.Count == 0 && !response.HasStarted)
        {
            response.Headers.Vary = State;
        }
        else
        {
            Add(response, HeaderNames.Cookie, GlobalPrivacyControl.Header);
        }
    }

    public static void Add(HttpResponse response, params ReadOnlySpan<string> headers)
    {
        if (response.HasStarted)
        {
            return;
        }

        foreach (var header in headers)
        {
            if (!Names(response.Headers.Vary, header))
            {
                response.Headers.Append(HeaderNames.Vary, header);
            }
        }
    }

    private static bool Names(StringValues vary, string header)
    {
        foreach (var value in vary)
        {
            foreach (var name in value.AsSpan().Split(','))
            {
                if (value.AsSpan()[name].Trim().Equals(header, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
