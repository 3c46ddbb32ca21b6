namespace Innovexus.Consent;

/// <summary>What needs no declaring by the site: the four categories, the library's own storage, the framework's cookies.</summary>
internal static class BuiltInDeclarations
{
    /// <summary>The vendor that stands for this library; its name is the controller's, since the site itself keeps the choice.</summary>
    public const string OwnVendor = "consent";

    public const string FrameworkVendor = "aspnetcore";

    public static readonly IReadOnlyDictionary<string, (string Name, string Purpose, int Order)> Categories =
        new Dictionary<string, (string, string, int)>(StringComparer.Ordinal)
        {
            [ConsentCategories.Necessary] = (ConsentTexts.Necessary, ConsentTexts.NecessaryPurpose, 0),
            [ConsentCategories.Functional] = (ConsentTexts.Functional, ConsentTexts.FunctionalPurpose, 10),
            [ConsentCategories.Analytics] = (ConsentTexts.Analytics, ConsentTexts.AnalyticsPurpose, 20),
            [ConsentCategories.Marketing] = (ConsentTexts.Marketing, ConsentTexts.MarketingPurpose, 30),
        };

    public static VendorOptions Own(ConsentOptions options)
    {
        var (lifetime, domain) = (options.Lifetime, options.CookieDomain);
        var own = new VendorOptions
        {
            Category = ConsentCategories.Necessary,
            Name = options.Controller!.Name,
            Purpose = ConsentTexts.OwnPurpose,
            PolicyUrl = options.PrivacyPolicyPath,
            Role = VendorRole.FirstParty,
        };
        own.Add(new() { Name = ConsentCookie.Name, Duration = lifetime, Purpose = ConsentTexts.OwnCookie, Domain = domain });
        if (domain is null)
        {
            own.AddCookie(ConsentCookie.SecureName, lifetime, ConsentTexts.OwnSecureCookie);
        }

        if (options.Registry.Vendors.Values.Any(vendor => vendor.IsSaleOrShare))
        {
            own.Add(new() { Name = ConsentCookie.SignalName, Duration = lifetime, Purpose = ConsentTexts.OwnSignal, Domain = domain, HttpOnly = true });
            if (domain is null)
            {
                own.Add(new() { Name = ConsentCookie.SecureSignalName, Duration = lifetime, Purpose = ConsentTexts.OwnSecureCookie, HttpOnly = true });
            }
        }

        if (options.PolicyVersions.Any(version => version.Material))
        {
            own.Add(new() { Name = PolicyNotice.Cookie, Duration = PolicyNotice.Remembered, Purpose = ConsentTexts.OwnPolicy, Domain = domain });
        }

        return own
            .AddLocalStorage(ConsentCookie.PendingKey, ConsentTexts.OwnPending)
            .AddSessionStorage(ConsentCookie.ClearKey, ConsentTexts.OwnClear);
    }

    public static void AddFrameworkCookies(RegistryDraft draft, FrameworkCookies cookies)
    {
        if (cookies == FrameworkCookies.None)
        {
            return;
        }

        var vendor = draft.Vendor(FrameworkVendor);
        vendor.Category ??= ConsentCategories.Necessary;
        vendor.Name ??= ConsentTexts.FrameworkName;
        vendor.Purpose ??= ConsentTexts.FrameworkPurpose;
        vendor.Role = VendorRole.FirstParty;
        foreach (var (_, name, kind, purpose) in Framework.Where(entry => cookies.HasFlag(entry.Cookies)))
        {
            vendor.Add(new()
            {
                Name = name,
                Kind = kind,
                Purpose = purpose,
                HttpOnly = kind == CookieKind.Cookie,
            });
        }
    }

    /// <summary>The framework's names of one kind, whether the site declares them or not.</summary>
    public static IEnumerable<string> FrameworkNames(CookieKind kind) => Framework.Where(entry => entry.Kind == kind).Select(entry => entry.Name);

    // The names are the framework's defaults (CookieAuthenticationDefaults, SessionDefaults, AntiforgeryOptions, IdentityConstants …).
    private static readonly (FrameworkCookies Cookies, string Name, CookieKind Kind, string Purpose)[] Framework =
    [
        (FrameworkCookies.Antiforgery, ".AspNetCore.Antiforgery.*", CookieKind.Cookie, ConsentTexts.AntiforgeryCookie),
        (FrameworkCookies.Session, ".AspNetCore.Session", CookieKind.Cookie, ConsentTexts.SessionCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Cookies*", CookieKind.Cookie, ConsentTexts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Identity.*", CookieKind.Cookie, ConsentTexts.AuthenticationCookie),
        (FrameworkCookies.Authentication, "Identity.*", CookieKind.Cookie, ConsentTexts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.Correlation.*", CookieKind.Cookie, ConsentTexts.AuthenticationCookie),
        (FrameworkCookies.Authentication, ".AspNetCore.OpenIdConnect.Nonce.*", CookieKind.Cookie, ConsentTexts.AuthenticationCookie),
        (FrameworkCookies.TempData, ".AspNetCore.Mvc.CookieTempDataProvider*", CookieKind.Cookie, ConsentTexts.TempDataCookie),
        // Blazor's, from .NET 11 on; in parts where it is long.
        (FrameworkCookies.TempData, ".AspNetCore.Components.TempData*", CookieKind.Cookie, ConsentTexts.TempDataCookie),
        (FrameworkCookies.Circuit, "ARRAffinity*", CookieKind.Cookie, ConsentTexts.CircuitCookie),
        // With a colon and the assembly's name in .NET 10, without in .NET 11.
        (FrameworkCookies.WebAssembly, "blazor-resource-hash*", CookieKind.LocalStorage, ConsentTexts.WebAssemblyStorage),
        (FrameworkCookies.Media, "blazor-media-cache", CookieKind.Cache, ConsentTexts.MediaCache),
    ];
}
