using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>Tells caches what a response depends on, as soon as it does and before its body is written.</summary>
internal static class ConsentVary
{
    public static void Add(HttpResponse response)
    {
        if (response.HasStarted)
        {
            return;
        }

        foreach (var header in (ReadOnlySpan<string>)[HeaderNames.Cookie, "Sec-GPC"])
        {
            if (!response.Headers.Vary.Any(value => value?.Contains(header, StringComparison.OrdinalIgnoreCase) == true))
            {
                response.Headers.Append(HeaderNames.Vary, header);
            }
        }
    }
}
