using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// The cookies of a request as the browser sent them. The framework's collection shows one of several of the same name, and decodes.
/// </summary>
internal static class RequestCookies
{
    public static IEnumerable<(string Name, string Value)> All(HttpRequest request)
    {
        foreach (var header in request.Headers[HeaderNames.Cookie])
        {
            foreach (var pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                var end = pair.IndexOf('=', StringComparison.Ordinal);
                if (end > 0)
                {
                    yield return (pair[..end], pair[(end + 1)..]);
                }
            }
        }
    }
}
