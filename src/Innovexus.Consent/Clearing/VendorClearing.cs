namespace Innovexus.Consent;

/// <summary>What must not stay in the browser under a state: everything that denied vendors declare, and nothing that others do.</summary>
internal static class VendorClearing
{
    public static IEnumerable<ConsentVendor> Denied(ConsentRegistry registry, ConsentState state) =>
        registry.Vendors.Where(vendor => !state.IsGranted(vendor.Id));

    /// <summary>The denied vendors that a cookie of one of these names may belong to.</summary>
    public static IEnumerable<ConsentVendor> Left(ConsentRegistry registry, ConsentState state, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? [] : Denied(registry, state).Where(vendor => Declared(vendor).Any(cookie => names.Any(name => IsCleared(registry, state, cookie, name))));

    public static IEnumerable<CookieDeclaration> Declared(ConsentVendor vendor) => vendor.Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie && IsCleared(cookie));

    private static bool IsCleared(CookieDeclaration cookie) => cookie is { OptOut: false, ThirdParty: false };

    public static bool IsCleared(ConsentRegistry registry, ConsentState state, CookieDeclaration cookie, string name) =>
        CookiePattern.MatchesStored(cookie.Name, name) && !Kept(registry, state, cookie).Any(kept => CookiePattern.MatchesStored(kept, name));

    /// <summary>The names of items that stay though a denied vendor's pattern would match them too: those of granted vendors, and marks of an objection.</summary>
    public static IEnumerable<string> Kept(ConsentRegistry registry, ConsentState state, CookieDeclaration declaration) =>
        registry.Vendors
            .SelectMany(vendor => state.IsGranted(vendor.Id) ? vendor.Cookies : vendor.Cookies.Where(cookie => cookie.OptOut))
            .Where(other => other.Kind == declaration.Kind && !other.ThirdParty && CookiePattern.OverlapsStored(other.Name, declaration.Name))
            .Select(other => other.Name);

    public static IReadOnlyList<ClearJson> Describe(ConsentRegistry registry, ConsentState state, IEnumerable<ConsentVendor> vendors) =>
    [
        .. vendors
            .Where(vendor => vendor.Cookies.Any(IsCleared))
            .Select(vendor => new ClearJson
            {
                Id = vendor.Id,
                Items = [.. vendor.Cookies.Where(IsCleared).Select(cookie => Describe(registry, state, cookie))],
            }),
    ];

    private static ClearItemJson Describe(ConsentRegistry registry, ConsentState state, CookieDeclaration declaration)
    {
        string[] kept = [.. Kept(registry, state, declaration)];
        return new()
        {
            Kind = declaration.Kind.ToString(),
            Name = declaration.Name,
            Domain = declaration.Domain,
            Path = declaration.Path == "/" ? null : declaration.Path,
            Keep = kept.Length == 0 ? null : kept,
        };
    }
}
