using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>The names of this application's cookies, by the request they come with. Safe for concurrent use.</summary>
internal sealed class RequestNames(IOptions<ConsentOptions> options)
{
    private const int MostNames = 256;

    private readonly bool _automatic = ConsentNames.IsAutomatic(options.Value);
    private readonly ConcurrentDictionary<(string Path, bool Https, bool Shared), ConsentNames> _known = new();

    /// <summary>The names on a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="application">The path of the application, as <see cref="RequestAddress"/> knows it.</param>
    public ConsentNames Of(HttpRequest request, PathString application)
    {
        var shared = DecisionCookie.Domain(request, options.Value.CookieDomain) is not null;
        var key = (_automatic ? application.Value ?? "" : "", request.IsHttps, shared);
        return _known.TryGetValue(key, out var names) ? names : Add(key);
    }

    // An application has one path or a few; where a host makes one for each tenant, most of them are seen again soon.
    private ConsentNames Add((string Path, bool Https, bool Shared) key)
    {
        if (_known.Count >= MostNames)
        {
            _known.Clear();
        }

        return _known[key] = ConsentNames.Of(options.Value, key.Path, key.Https, key.Shared);
    }
}
