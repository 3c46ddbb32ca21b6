using System.Globalization;
using System.Text;

namespace Innovexus.Consent;

/// <summary>
/// The names under which one application keeps things in a browser. Applications on one host share its cookies, and those of one origin
/// its storage too, so what tells them apart stands in every name. Immutable.
/// </summary>
internal sealed class ConsentNames
{
    /// <summary>
    /// Browsers keep a cookie whose name begins with it only if this very host sets it, for the path <c>/</c>, on https (RFC 6265bis,
    /// section 4.1.3.2).
    /// </summary>
    public const string HostPrefix = "__Host-";

    /// <summary>Browsers keep a cookie whose name begins with it only if it comes by https.</summary>
    public const string SecurePrefix = "__Secure-";

    private ConsentNames(string prefix, string name, string tail) =>
        (Prefix, Decision, Tail, Signal, Policy, Account, Pending, Clear) = (
            prefix, prefix + name, tail, prefix + ConsentCookie.SignalName + tail, ConsentCookie.PolicyName + tail, ConsentCookie.AccountName + tail, ConsentCookie.PendingKey + tail, ConsentCookie.ClearKey + tail);

    /// <summary>The prefix of the names of the decision and the signal, or nothing.</summary>
    public string Prefix { get; }

    /// <summary>The cookie of the decision.</summary>
    public string Decision { get; }

    /// <summary>The end of all other names, or nothing.</summary>
    public string Tail { get; }

    /// <summary>The cookie of a visitor who has set the browser's signal aside.</summary>
    public string Signal { get; }

    /// <summary>The cookie that remembers which change of the privacy policy was seen.</summary>
    public string Policy { get; }

    /// <summary>The cookie that remembers which contradiction with the account the visitor was told of.</summary>
    public string Account { get; }

    /// <summary>The key in <c>localStorage</c>.</summary>
    public string Pending { get; }

    /// <summary>The key in <c>sessionStorage</c>.</summary>
    public string Clear { get; }

    /// <summary>All of them of one kind.</summary>
    public IEnumerable<string> Of(StorageKind kind) => kind switch
    {
        StorageKind.Cookie => [Decision, Signal, Policy, Account],
        StorageKind.LocalStorage => [Pending],
        StorageKind.SessionStorage => [Clear],
        _ => [],
    };

    /// <summary>
    /// The names of an application at a path. The site's own name is taken as it is. Without one the path tells applications of a host
    /// apart, unless the site shares its decisions with other hosts, whose paths are their own matter.
    /// </summary>
    /// <param name="options">The site's own name, and its domain.</param>
    /// <param name="path">The path of the application's base address, not escaped.</param>
    /// <param name="https">Whether visitors come by https. Otherwise browsers refuse every prefix, so none is used.</param>
    /// <param name="shared">Whether the cookie is set for the site's domain, which the automatic prefix forbids.</param>
    public static ConsentNames Of(ConsentOptions options, string? path, bool https, bool shared) => options.CookieName is { } own
        ? Own(own, https)
        : Automatic(IsAutomatic(options) ? Suffix(path) : "", https && !shared);

    /// <summary>The same with a star for what tells applications apart, to declare them before any address is known.</summary>
    public static ConsentNames Declared(ConsentOptions options, bool https) => options.CookieName is { } own
        ? Own(own, https)
        : Automatic(IsAutomatic(options) ? "*" : "", https && options.CookieDomain is null);

    /// <summary>Whether the names follow the application's path.</summary>
    public static bool IsAutomatic(ConsentOptions options) => options.CookieName is null && options.CookieDomain is null;

    /// <summary>
    /// What a path adds to each name: <c>_shop</c> for <c>/shop</c>, whatever its case, and another for every other path. Every
    /// character may stand in a cookie's name.
    /// </summary>
    public static string Suffix(string? path)
    {
        var trimmed = path.AsSpan().Trim('/');
        if (trimmed.IsEmpty)
        {
            return "";
        }

        var suffix = new StringBuilder("_");
        foreach (var letter in Encoding.UTF8.GetBytes(trimmed.ToString().ToLowerInvariant()))
        {
            suffix.Append(letter == '/' ? "~" : IsPlain((char)letter) ? ((char)letter).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{letter:x2}"));
        }

        return suffix.ToString();
    }

    /// <summary>What stands in a name as it is: a letter or digit, <c>_</c> or <c>-</c>.</summary>
    public static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';

    /// <summary>The prefix that a name begins with, or nothing. Browsers match it in any case.</summary>
    public static string PrefixOf(string name) =>
        Array.Find([HostPrefix, SecurePrefix], prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found ? name[..found.Length] : "";

    private static ConsentNames Automatic(string suffix, bool prefixed) => new(prefixed ? HostPrefix : "", ConsentCookie.Name + suffix, suffix);

    private static ConsentNames Own(string own, bool https)
    {
        var prefix = PrefixOf(own);
        var name = own[prefix.Length..];
        return new(https ? prefix : "", name, name.StartsWith(ConsentCookie.Name, StringComparison.Ordinal) ? name[ConsentCookie.Name.Length..] : $"_{name}");
    }
}
