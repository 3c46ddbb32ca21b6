using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>The library's own addresses, and the way back to where a visitor came from. All respect the path base.</summary>
internal static class ConsentPaths
{
    public const string Prefix = "_ic";
    public const string State = Prefix + "/state";
    public const string Decision = Prefix + "/decision";
    public const string Preferences = Prefix + "/preferences";

    public const string PrivacyChoices = Prefix + "/privacy-choices";

    /// <summary>The folder of the scripts' sources, where they are debugged.</summary>
    public const string Source = Prefix + "/source/";

    /// <summary>The query parameter and form field that carries the way back.</summary>
    public const string Return = "return";

    /// <summary>The path base with a slash at its end.</summary>
    public static string Base(NavigationManager navigation) => new Uri(navigation.BaseUri).AbsolutePath;

    public static string Rooted(NavigationManager navigation, string path) => Base(navigation) + path.TrimStart('/');

    /// <summary>A path of the site, rooted; an address elsewhere as it is.</summary>
    public static string Address(NavigationManager navigation, string path) => path.StartsWith('/') ? Rooted(navigation, path) : path;

    public static string PreferencesPage(NavigationManager navigation, ConsentRegistry registry) =>
        registry.PreferencesPath is { } own ? Rooted(navigation, own) : PageCulture.In(Rooted(navigation, Preferences));

    public static string PrivacyChoicesPage(NavigationManager navigation, ConsentRegistry registry) =>
        registry.PrivacyChoicesPath is { } own ? Rooted(navigation, own) : PageCulture.In(Rooted(navigation, PrivacyChoices));

    /// <summary>Whether this page is a preferences page, the site's own or the built-in one.</summary>
    public static bool IsPreferencesPage(NavigationManager navigation, ConsentRegistry registry) => IsPreferencesPath(Below(navigation), registry);

    /// <summary>Whether this page shows a visitor's own choices, so that it needs no banner.</summary>
    public static bool IsVisitorsPage(NavigationManager navigation, ConsentRegistry registry) => IsVisitorsPath(Below(navigation), registry);

    // The path below the base; null for an address outside of it.
    private static string? Below(NavigationManager navigation)
    {
        var path = new Uri(navigation.Uri).AbsolutePath;
        return path.StartsWith(Base(navigation), StringComparison.OrdinalIgnoreCase) ? path[Base(navigation).Length..] : null;
    }

    /// <summary>Whether a path below the base is that of a preferences page.</summary>
    public static bool IsPreferencesPath(string? path, ConsentRegistry registry) => Is(path, Preferences) || Is(path, registry.PreferencesPath);

    /// <summary>Whether a path below the base is that of a page that shows a visitor's own choices.</summary>
    public static bool IsVisitorsPath(string? path, ConsentRegistry registry) =>
        IsPreferencesPath(path, registry) || Is(path, PrivacyChoices) || Is(path, registry.PrivacyChoicesPath);

    // A request's path is escaped, and an option may be.
    private static bool Is(string? path, string? page) =>
        path is not null && page is not null && string.Equals(Uri.UnescapeDataString(path).Trim('/'), Uri.UnescapeDataString(page).Trim('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Where to go back to after a decision made on this page: on a preferences page where the visitor came from, and if that is
    /// not known, the page itself, which says that the choice was made.
    /// </summary>
    public static string ReturnPath(NavigationManager navigation, ConsentRegistry registry)
    {
        var uri = new Uri(navigation.Uri);
        return IsPreferencesPage(navigation, registry) ? CameFrom(navigation) ?? uri.AbsolutePath : uri.PathAndQuery;
    }

    /// <summary>Where a visitor of a preferences page came from, if that is a path of this site.</summary>
    public static string? CameFrom(NavigationManager navigation)
    {
        var given = new Uri(navigation.Uri).Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=', 2))
            .FirstOrDefault(pair => pair is [Return, _])?[1];
        var path = given is null ? null : Uri.UnescapeDataString(given.Replace('+', ' '));
        return IsLocal(path) ? path : null;
    }

    /// <summary>
    /// Whether a text is a path and query of this site and nothing else. Browsers take a backslash for a slash and drop tabs and
    /// line feeds, so none of these may stand in it; and a header holds ASCII.
    /// </summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && path.All(letter => letter is > ' ' and <= '~' and not '\\');
}
