using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>
/// Vendors' cookies, as far as a server sees them: it expires those that no script can, and for visitors without script all that the
/// request brought.
/// </summary>
internal static class VendorCookies
{
    // What may stand in a cookie's name or attribute, and in a response header, as it is (RFC 6265, section 4.1.1).
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Select(letter => (char)letter).Where(letter => letter is not (';' or ','))]);

    /// <summary>The vendors that may not run, but of which the request brought a cookie.</summary>
    public static IEnumerable<ConsentVendor> Left(HttpRequest request, ConsentRegistry registry, ConsentState state)
    {
        string[] names = [.. RequestCookies.All(request).Select(cookie => cookie.Name)];
        return names.Length == 0 ? [] : VendorClearing.Denied(registry, state)
            .Where(vendor => Declared(vendor).Any(cookie => Array.Exists(names, name => IsCleared(registry, state, cookie, name))));
    }

    /// <summary>Expires them in the response.</summary>
    /// <param name="context">The request that brought them.</param>
    /// <param name="registry">What is declared.</param>
    /// <param name="state">Who may run.</param>
    /// <param name="page">The path of the page that the visitor is on: a cookie may have been set for any part of it.</param>
    public static void Expire(HttpContext context, ConsentRegistry registry, ConsentState state, string page)
    {
        string[] names = [.. RequestCookies.All(context.Request).Select(cookie => cookie.Name).Distinct(StringComparer.Ordinal)];
        var expired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cookie in VendorClearing.Denied(registry, state).SelectMany(Declared))
        {
            // One that is set for a deeper path does not come with this request, so what is known by its exact name is expired unseen.
            var hidden = cookie.HttpOnly || NeedsSecure(cookie.Name);
            var known = hidden && !cookie.Name.Contains('*') ? names.Append(cookie.Name).Distinct(StringComparer.Ordinal) : names;
            IEnumerable<string> paths = hidden ? ["/", cookie.Path, .. Prefixes(page)] : ["/", cookie.Path];
            foreach (var name in known.Where(name => IsCleared(registry, state, cookie, name)))
            {
                foreach (var path in paths.Distinct(StringComparer.Ordinal))
                {
                    expired.UnionWith(Domains(context.Request, cookie).Select(domain => Expired(name, domain, path, context.Request.IsHttps)));
                }
            }
        }

        foreach (var value in expired)
        {
            context.Response.Headers.Append(HeaderNames.SetCookie, value);
        }
    }

    private static IEnumerable<CookieDeclaration> Declared(ConsentVendor vendor) => vendor.Cookies.Where(cookie => cookie.Kind == CookieKind.Cookie);

    private static bool IsCleared(ConsentRegistry registry, ConsentState state, CookieDeclaration cookie, string name) =>
        CookiePattern.Matches(cookie.Name, name)
        && !VendorClearing.Kept(registry, state, cookie).Any(kept => CookiePattern.Matches(kept, name))
        && IsPlain(name);

    // Without a domain for the host alone, and for each domain that the host belongs to.
    private static IEnumerable<string?> Domains(HttpRequest request, CookieDeclaration cookie)
    {
        IEnumerable<string?> domains = [null, .. CookieDomains.Of(request.Host.Host), cookie.Domain?.TrimStart('.')];
        return domains.Where(domain => domain is null || IsPlain(domain)).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Prefixes(string page)
    {
        var path = page.Split('?', '#')[0];
        for (var end = path.IndexOf('/', Math.Min(1, path.Length)); ; end = path.IndexOf('/', end + 1))
        {
            if (end < 0)
            {
                yield return path;
                yield break;
            }

            yield return path[..end];
            yield return path[..(end + 1)];
            if (end + 1 == path.Length)
            {
                yield break;
            }
        }
    }

    private static string Expired(string name, string? domain, string path, bool https)
    {
        var text = new StringBuilder(name).Append("=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=").Append(IsPlain(path) ? path : "/");
        if (domain is not null)
        {
            text.Append("; Domain=").Append(domain);
        }

        return text.Append(https || NeedsSecure(name) ? "; Secure" : "").ToString();
    }

    private static bool NeedsSecure(string name) =>
        name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);
}
