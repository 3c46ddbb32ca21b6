using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// The cookies of a request as the browser sent them. The framework's collection shows one of several of the same name, and decodes.
/// </summary>
internal static class RequestCookies
{
    /// <summary>The names, each once.</summary>
    public static IEnumerable<string> Names(HttpRequest request)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var header in request.Headers[HeaderNames.Cookie])
        {
            foreach (var pair in header.AsSpan().Split(';'))
            {
                if (Parts(header.AsSpan()[pair], out var name, out _))
                {
                    names.Add(name.ToString());
                }
            }
        }

        return names;
    }

    /// <summary>
    /// The values of a name. Every request that asks for consent looks for one cookie among many, so the others cost no allocation.
    /// </summary>
    public static string[] Values(HttpRequest request, string name)
    {
        string[] values = [];
        foreach (var header in request.Headers.Cookie)
        {
            if (header?.Contains(name, StringComparison.Ordinal) != true)
            {
                continue;
            }

            foreach (var pair in header.AsSpan().Split(';'))
            {
                if (Parts(header.AsSpan()[pair], out var found, out var value) && found.SequenceEqual(name))
                {
                    values = [.. values, value.ToString()];
                }
            }
        }

        return values;
    }

    /// <summary>The one value of a name, in place; empty where there is none.</summary>
    /// <returns>False where there are several.</returns>
    public static bool TryGetOnly(HttpRequest request, string name, out ReadOnlySpan<char> only)
    {
        only = default;
        var seen = false;
        foreach (var header in request.Headers.Cookie)
        {
            if (header?.Contains(name, StringComparison.Ordinal) != true)
            {
                continue;
            }

            foreach (var pair in header.AsSpan().Split(';'))
            {
                if (!Parts(header.AsSpan()[pair], out var found, out var value) || !found.SequenceEqual(name))
                {
                    continue;
                }

                if (seen)
                {
                    return false;
                }

                only = value;
                seen = true;
            }
        }

        return true;
    }

    private static bool Parts(ReadOnlySpan<char> pair, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        pair = pair.Trim();
        var end = pair.IndexOf('=');
        name = end > 0 ? pair[..end] : default;
        value = end > 0 ? pair[(end + 1)..] : default;
        return end > 0;
    }
}
