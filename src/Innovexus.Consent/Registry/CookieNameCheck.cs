namespace Innovexus.Consent;

/// <summary>What is wrong with the name that a site gives the decision's cookie.</summary>
internal static class CookieNameCheck
{
    private const int Longest = 100;

    public static void Check(ConsentOptions options, List<ConsentProblem> problems)
    {
        if (options.CookieName is not { } name)
        {
            return;
        }

        var path = $"{options.Registry.SectionPath}:CookieName";
        var prefix = ConsentNames.PrefixOf(name);
        if (name.Length is 0 or > Longest || name.Length == prefix.Length || !name.All(ConsentNames.IsPlain))
        {
            problems.Add(new(path, $"'{name}' cannot be the cookie's name. Use letters, digits, '_' and '-', at most {Longest}, such as shop_consent."));
        }
        else if (prefix.Equals(ConsentNames.HostPrefix, StringComparison.OrdinalIgnoreCase) && options.CookieDomain is { } domain)
        {
            problems.Add(new(path, $"Browsers refuse '{name}' for a domain, and CookieDomain is '{domain}'. Use '{name[prefix.Length..]}', or leave CookieDomain out."));
        }
        else
        {
            CheckVendors(options, problems);
        }
    }

    // The built-in names are checked with each declaration.
    private static void CheckVendors(ConsentOptions options, List<ConsentProblem> problems)
    {
        string[] own = [ConsentNames.Declared(options, https: false).Decision, ConsentNames.Declared(options, https: true).Decision];
        foreach (var (id, vendor) in options.Registry.Vendors)
        {
            foreach (var cookie in vendor.Cookies.Where(cookie => cookie.Kind == StorageKind.Cookie && !string.IsNullOrEmpty(cookie.Name) && !CookiePattern.MatchesEverything(cookie.Name)))
            {
                if (Array.Find(own, name => CookiePattern.Matches(cookie.Name, name)) is { } matched && !ConsentCookie.Name.Equals(matched, StringComparison.Ordinal) && matched != ConsentCookie.SecureName)
                {
                    problems.Add(new(
                        $"{options.Registry.Path("Vendors", id)}:Cookies:{cookie.Name}",
                        $"'{cookie.Name}' would match '{matched}', which holds the visitor's choice (CookieName). Make it narrower, or choose another CookieName."));
                }
            }
        }
    }
}
