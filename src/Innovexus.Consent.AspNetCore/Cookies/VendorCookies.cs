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

    private const int MostHeaders = 30;
    private const int MostSegments = 8;
    private const int MostDomains = 5;

    /// <summary>The vendors that may not run, but of which the request brought a cookie.</summary>
    public static IEnumerable<ConsentVendor> Left(HttpRequest request, ConsentRegistry registry, ConsentState state)
    {
        string[] names = [.. RequestCookies.Names(request).Where(IsPlain)];
        return VendorClearing.Left(registry, state, names);
    }

    /// <summary>
    /// Expires vendors' cookies in the answer to a choice: those that the request brought, on every path whose cookies it brings; and, even
    /// unseen, those that only a server can expire and whose exact name is known, on their own path and on each part of the page's path.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="registry">What is declared.</param>
    /// <param name="state">Who may run.</param>
    /// <param name="hiddenOnly">Whether a script deletes the rest, after it has told the vendors, who may need their cookies for that.</param>
    public static void Expire(HttpContext context, ConsentRegistry registry, ConsentState state, bool hiddenOnly)
    {
        string[] names = [.. RequestCookies.Names(context.Request)];
        string[] page = [.. Prefixes(SameSiteReferer.Of(context.Request)?.AbsolutePath ?? "/")];
        ConsentVendor[] denied = [.. VendorClearing.Denied(registry, state)];
        Append(context, Expired(denied).Concat(OnPage(denied)));

        IEnumerable<string> OnPage(IEnumerable<ConsentVendor> vendors) =>
            from cookie in vendors.SelectMany(VendorClearing.Declared)
            where IsHidden(cookie) && !IsHostOnly(cookie.Name) && !cookie.Name.Contains('*')
            from name in CookiePattern.StoredAs(cookie.Name)
            where IsPlain(name) && VendorClearing.IsCleared(registry, state, cookie, name)
            from path in page
            select Value(name, cookie.Domain?.TrimStart('.') is { } domain && IsPlain(domain) ? domain : null, path, context.Request.IsHttps);

        IEnumerable<string> Expired(IEnumerable<ConsentVendor> vendors) =>
            from cookie in vendors.SelectMany(VendorClearing.Declared)
            where IsHidden(cookie) || !hiddenOnly
            let known = IsHidden(cookie) && !cookie.Name.Contains('*') ? names.Union(CookiePattern.StoredAs(cookie.Name), StringComparer.Ordinal) : names
            from name in known
            where IsPlain(name) && VendorClearing.IsCleared(registry, state, cookie, name)
            from path in new[] { "/", cookie.Path }.Distinct(StringComparer.Ordinal)
            from domain in Domains(context.Request).Append(cookie.Domain?.TrimStart('.')).Where(domain => domain is null || IsPlain(domain))
            select Value(name, domain, path, context.Request.IsHttps);
    }

    /// <summary>
    /// Expires, in a page, the vendors' cookies that the request brought, on each part of the page's path, where they were set. The runtime
    /// does the same with the cookies that scripts see; this method is for those that they do not.
    /// </summary>
    public static void ExpireLeft(HttpContext context, ConsentRegistry registry, ConsentState state, IReadOnlyCollection<ConsentVendor> vendors)
    {
        string[] names = [.. RequestCookies.Names(context.Request)];
        string[] paths = [.. Prefixes(context.Request.PathBase.Add(context.Request.Path).ToUriComponent())];
        Append(context, Expired());

        // For the host alone first, which is how most are set.
        IEnumerable<string> Expired() =>
            from domain in Domains(context.Request)
            from cookie in vendors.SelectMany(VendorClearing.Declared).OrderByDescending(IsHidden)
            from name in names
            where IsPlain(name) && VendorClearing.IsCleared(registry, state, cookie, name)
            from path in paths
            select Value(name, domain, path, context.Request.IsHttps);
    }

    // A proxy has room for a few kilobytes of headers. What does not fit is expired in the next response.
    private static void Append(HttpContext context, IEnumerable<string> expired)
    {
        if (!context.Response.HasStarted)
        {
            foreach (var value in expired.Distinct(StringComparer.Ordinal).Take(MostHeaders))
            {
                context.Response.Headers.Append(HeaderNames.SetCookie, value);
            }
        }
    }

    private static bool IsHidden(CookieDeclaration cookie) => cookie.HttpOnly || NeedsSecure(cookie.Name);

    // None for the host alone, then each domain that the host belongs to.
    private static IEnumerable<string?> Domains(HttpRequest request) => CookieDomains.Of(request.Host.Host).TakeLast(MostDomains).Where(IsPlain).Prepend(null);

    // "/", then "/a", "/a/", "/a/b" …; of a path that no site has, nothing more.
    private static IEnumerable<string> Prefixes(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > MostSegments
            ? ["/"]
            : parts.Select((_, index) => $"/{string.Join('/', parts[..(index + 1)])}").SelectMany(prefix => new[] { prefix, $"{prefix}/" }).Prepend("/");
    }

    private static string Value(string name, string? domain, string path, bool https)
    {
        var text = new StringBuilder(name).Append("=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=").Append(IsPlain(path) ? path : "/");
        if (domain is not null)
        {
            text.Append("; Domain=").Append(domain);
        }

        return text.Append(https || NeedsSecure(name) ? "; Secure" : "").ToString();
    }

    private static bool NeedsSecure(string name) => name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase) || IsHostOnly(name);

    // Browsers take such a cookie for the path "/" only.
    private static bool IsHostOnly(string name) => name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);
}
