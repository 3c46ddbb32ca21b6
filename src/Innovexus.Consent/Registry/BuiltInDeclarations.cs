using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>What needs no declaring by the site: the four categories, the library's own storage, the framework's cookies.</summary>
internal static class BuiltInDeclarations
{
    /// <summary>The vendor that stands for this library; its name is the controller's, since the site itself keeps the choice.</summary>
    public const string OwnVendor = "consent";

    public const string FrameworkVendor = "aspnetcore";

    /// <summary>The categories, each with its place. Their texts are looked up when they are rendered.</summary>
    public static readonly IReadOnlyDictionary<string, int> Categories = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [ConsentCategories.Necessary] = 0,
        [ConsentCategories.Functional] = 10,
        [ConsentCategories.Analytics] = 20,
        [ConsentCategories.Marketing] = 30,
    };

    private static readonly string[] OwnCookies =
        [ConsentCookie.Name, ConsentCookie.SecureName, ConsentCookie.SignalName, ConsentNames.HostPrefix + ConsentCookie.SignalName, ConsentCookie.PolicyName, ConsentCookie.AccountName];

    public static VendorOptions Own(ConsentOptions options)
    {
        var (lifetime, domain) = (options.Lifetime, options.CookieDomain);
        // On http, and on https, where some names begin otherwise.
        var (plain, secure) = (ConsentNames.Declared(options, https: false), ConsentNames.Declared(options, https: true));
        var own = new VendorOptions
        {
            Category = ConsentCategories.Necessary,
            Name = options.Controller!.Name,
            PolicyUrl = options.PrivacyPolicyPath,
            Role = VendorRole.FirstParty,
        };
        AddBoth(plain.Decision, secure.Decision, texts => texts.OwnCookie, httpOnly: false);
        // Without a server no signal can be set aside: it takes a cookie that scripts do not see.
        if (!options.Standalone && options.Registry.Vendors.Values.Any(vendor => vendor.IsSaleOrShare))
        {
            AddBoth(plain.Signal, secure.Signal, texts => texts.OwnSignal, httpOnly: true);
        }

        if (options.PolicyVersions.Any(version => version.Material))
        {
            Add(new() { Name = plain.Policy, Duration = PolicyNotice.Remembered, Purpose = "", Domain = domain }, texts => texts.OwnPolicy);
        }

        if (options.HasExternalSource)
        {
            Add(new() { Name = plain.Account, Duration = AccountConflict.Remembered, Purpose = "", Domain = domain, HttpOnly = true }, texts => texts.OwnAccount);
        }

        Add(new() { Name = plain.Pending, Kind = StorageKind.LocalStorage, Purpose = "" }, texts => texts.OwnPending);
        Add(new() { Name = plain.Clear, Kind = StorageKind.SessionStorage, Purpose = "" }, texts => texts.OwnClear);
        return own;

        void Add(CookieDeclaration declaration, Func<ConsentTexts, string> purpose) => own.Add(declaration.For(() => purpose(options.Registry.Texts)));

        void AddBoth(string name, string onHttps, Func<ConsentTexts, string> purpose, bool httpOnly)
        {
            Add(new() { Name = name, Duration = lifetime, Purpose = "", Domain = domain, HttpOnly = httpOnly }, purpose);
            if (onHttps != name)
            {
                var alone = secure.Prefix.Equals(ConsentNames.HostPrefix, StringComparison.OrdinalIgnoreCase);
                Add(new() { Name = onHttps, Duration = lifetime, Purpose = "", Domain = domain, HttpOnly = httpOnly }, alone ? texts => texts.OwnSecureCookie : purpose);
            }
        }
    }

    /// <summary>The name of a stored item as it is on this page: of the library's own, a star stands for what its address adds.</summary>
    public static string NameOn(NavigationManager navigation, ConsentVendor vendor, CookieDeclaration cookie) => vendor.Id == OwnVendor
        ? cookie.Name.Replace("*", ConsentNames.Suffix(Uri.UnescapeDataString(ConsentPaths.Base(navigation))), StringComparison.Ordinal)
        : cookie.Name;

    public static void AddFrameworkCookies(RegistryDraft draft, FrameworkCookies cookies)
    {
        if (cookies == FrameworkCookies.None)
        {
            return;
        }

        var vendor = draft.Vendor(FrameworkVendor);
        vendor.Category ??= ConsentCategories.Necessary;
        vendor.Role = VendorRole.FirstParty;
        foreach (var (_, name, kind, purpose) in Framework.Where(entry => cookies.HasFlag(entry.Cookies)))
        {
            vendor.Add(new CookieDeclaration
            {
                Name = name,
                Kind = kind,
                Purpose = "",
                HttpOnly = kind == StorageKind.Cookie,
            }.For(() => purpose(draft.Texts)));
        }
    }

    /// <summary>The library's own names of one kind, whether this site has them or not: no vendor may clear or claim them.</summary>
    public static IReadOnlyList<string> OwnNames(StorageKind kind) => kind switch
    {
        StorageKind.Cookie => OwnCookies,
        StorageKind.LocalStorage => [ConsentCookie.PendingKey],
        StorageKind.SessionStorage => [ConsentCookie.ClearKey],
        _ => [],
    };

    /// <summary>The framework's names of one kind, whether the site declares them or not.</summary>
    public static IEnumerable<string> FrameworkNames(StorageKind kind) => Framework.Where(entry => entry.Kind == kind).Select(entry => entry.Name);

    /// <summary>Which of the framework's cookies a stored item is, whether the site declares it or not.</summary>
    public static FrameworkCookies FrameworkCookieOf(StorageKind kind, string name) =>
        Framework.FirstOrDefault(entry => entry.Kind == kind && CookiePattern.MatchesStored(entry.Name, name)).Cookies;

    // The names are the framework's defaults (CookieAuthenticationDefaults, SessionDefaults, AntiforgeryOptions, IdentityConstants …).
    private static readonly (FrameworkCookies Cookies, string Name, StorageKind Kind, Func<ConsentTexts, string> Purpose)[] Framework =
    [
        (FrameworkCookies.Antiforgery, ".AspNetCore.Antiforgery.*", StorageKind.Cookie, texts => texts.AntiforgeryCookie),
        (FrameworkCookies.Session, ".AspNetCore.Session", StorageKind.Cookie, texts => texts.SessionCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Cookies*", StorageKind.Cookie, texts => texts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Identity.*", StorageKind.Cookie, texts => texts.AuthenticationCookie),
        (FrameworkCookies.Authentication, "Identity.*", StorageKind.Cookie, texts => texts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Correlation.*", StorageKind.Cookie, texts => texts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.OpenIdConnect.Nonce.*", StorageKind.Cookie, texts => texts.AuthenticationCookie),
        (FrameworkCookies.TempData, ".AspNetCore.Mvc.CookieTempDataProvider*", StorageKind.Cookie, texts => texts.TempDataCookie),
        // Blazor's, from .NET 11 on; in parts where it is long.
        (FrameworkCookies.TempData, ".AspNetCore.Components.TempData*", StorageKind.Cookie, texts => texts.TempDataCookie),
        (FrameworkCookies.Circuit, "ARRAffinity*", StorageKind.Cookie, texts => texts.CircuitCookie),
        // With a colon and the assembly's name in .NET 10, without in .NET 11.
        (FrameworkCookies.WebAssembly, "blazor-resource-hash*", StorageKind.LocalStorage, texts => texts.WebAssemblyStorage),
        (FrameworkCookies.Media, "blazor-media-cache", StorageKind.Cache, texts => texts.MediaCache),
    ];
}
