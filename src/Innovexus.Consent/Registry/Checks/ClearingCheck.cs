namespace Innovexus.Consent;

/// <summary>Finds what a refusal would delete although the site needs it.</summary>
internal static class ClearingCheck
{
    public static void Check(RegistryDraft draft, List<ConsentProblem> problems)
    {
        var needed = draft.Vendors.Where(entry => entry.Value.Category == ConsentCategories.Necessary).SelectMany(entry => entry.Value.Cookies).Where(cookie => !cookie.ThirdParty).ToArray();
        foreach (var (id, vendor) in draft.Vendors.Where(entry => entry.Value.Category != ConsentCategories.Necessary))
        {
            foreach (var cookie in vendor.Cookies.Where(cookie => cookie is { OptOut: false, ThirdParty: false } && !string.IsNullOrEmpty(cookie.Name) && !CookiePattern.MatchesEverything(cookie.Name)))
            {
                var matched = needed.Where(other => other.Kind == cookie.Kind).Select(other => other.Name).FirstOrDefault(name => Meets(cookie.Name, name))
                    ?? BuiltInDeclarations.FrameworkNames(cookie.Kind).FirstOrDefault(name => MeetsFramework(cookie.Name, name));
                if (matched is not null)
                {
                    problems.Add(new(
                        $"{draft.Path("Vendors", id)}:Cookies:{cookie.Name}",
                        $"A refusal deletes what '{cookie.Name}' matches, and that includes '{matched}', which the site needs. Make it narrower."));
                }
            }
        }
    }

    // A pattern that begins with a star meets nearly every other one in some name that nobody has. What the site declares is kept by its
    // name when a vendor's is deleted, so it is enough that the letters of the other do not fit.
    private static bool Meets(string pattern, string needed) =>
        pattern[0] == '*' ? CookiePattern.MatchesStored(pattern, needed.Replace("*", "", StringComparison.Ordinal)) : CookiePattern.OverlapsStored(pattern, needed);

    // The framework's stars stand for an assembly's name or the like, which has no slash, and is not kept unless it is declared.
    private static bool MeetsFramework(string pattern, string name) =>
        pattern[^1] == '*' || pattern.Contains('/', StringComparison.Ordinal) ? Meets(pattern, name) : CookiePattern.OverlapsStored(pattern, name);
}
