using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// The path base that a request's endpoint runs with, which is the base address of its page. A request shows it only within: before
/// <c>UsePathBase</c> it is not yet there, and when a response without a body starts it is gone again. It only ever gets longer on the way
/// in, so the longest that was seen is the one.
/// </summary>
internal struct PathSeen
{
    private PathString _path;

    public readonly PathString Value => _path;

    /// <summary>Looks at the request as it is now.</summary>
    /// <returns>Whether the path is another than before.</returns>
    public bool Look(HttpRequest request)
    {
        var now = request.PathBase;
        if ((now.Value?.Length ?? 0) <= (_path.Value?.Length ?? 0))
        {
            return false;
        }

        _path = now;
        return true;
    }
}
