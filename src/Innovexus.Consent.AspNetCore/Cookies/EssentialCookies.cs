using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Innovexus.Consent;

/// <summary>
/// Remembers which cookies code calls essential (<see cref="CookieOptions.IsEssential"/>): a header does not say so. It is used only where
/// undeclared cookies are dropped; a declaration is the better way.
/// </summary>
internal sealed class EssentialCookies(HttpContext context) : IResponseCookiesFeature, IResponseCookies
{
    private readonly IResponseCookies _inner = new ResponseCookiesFeature(context.Features).Cookies;
    private HashSet<string>? _names;

    public IResponseCookies Cookies => this;

    public static void Watch(HttpContext context)
    {
        var watched = new EssentialCookies(context);
        context.Features.Set(watched);
        context.Features.Set<IResponseCookiesFeature>(watched);
    }

    public bool Contains(string name) => _names?.Contains(name) == true;

    public void Append(string key, string value) => _inner.Append(key, value);

    public void Append(string key, string value, CookieOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.IsEssential)
        {
            // As it stands in the header.
            (_names ??= new(StringComparer.Ordinal)).Add(Uri.EscapeDataString(key));
            _names.Add(key);
        }

        _inner.Append(key, value, options);
    }

    public void Delete(string key) => _inner.Delete(key);

    public void Delete(string key, CookieOptions options) => _inner.Delete(key, options);
}
