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
        var names = new[] { ConsentNames.Declared(options, https: false), ConsentNames.Declared(options, https: true) };
        foreach (var (id, vendor) in options.Registry.Vendors)
        {
            foreach (var cookie in vendor.Cookies.Where(cookie => !cookie.ThirdParty && !string.IsNullOrEmpty(cookie.Name) && !CookiePattern.MatchesEverything(cookie.Name)))
            {
                if (names.SelectMany(own => own.Of(cookie.Kind)).Except(BuiltInDeclarations.OwnNames(cookie.Kind)).FirstOrDefault(own => CookiePattern.Matches(cookie.Name, own)) is { } matched)
                {
                    problems.Add(new(
                        $"{options.Registry.Path("Vendors", id)}:Cookies:{cookie.Name}",
                        $"'{cookie.Name}' would match '{matched}', which stores the visitor's decision, under a name that follows from CookieName. Make it narrower, or choose another CookieName."));
                }
            }
        }
    }
}
