using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// The application's address as a request shows it, which its cookies are named by. The path base that an endpoint runs with is the base
/// address of its page, and a request shows it only within: before <c>UsePathBase</c> it is not yet there, and when a response without a
/// body starts it is gone again. It only ever gets longer on the way in, so the longest that was seen is the one.
/// </summary>
internal struct RequestAddress
{
    private ConsentNames? _names;
    private bool _https;

    /// <summary>The path base.</summary>
    public PathString Path { get; private set; }

    /// <summary>Looks at the request as it is now.</summary>
    /// <returns>Whether the address is another than before.</returns>
    public bool Look(HttpRequest request)
    {
        var (path, https) = (request.PathBase, request.IsHttps);
        var isLonger = (path.Value?.Length ?? 0) > (Path.Value?.Length ?? 0);
        if (!isLonger && https == _https)
        {
            return false;
        }

        (Path, _https, _names) = (isLonger ? path : Path, https, null);
        return true;
    }

    /// <summary>The names of the application's cookies.</summary>
    public ConsentNames Names(RequestNames names, HttpRequest request) => _names ??= names.Of(request, Path);
}
