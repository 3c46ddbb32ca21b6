namespace Innovexus.Consent;

/// <summary>Finds what a refusal would delete although the site needs it.</summary>
internal static class ClearingCheck
{
    public static void Check(RegistryDraft draft, List<ConsentProblem> problems)
    {
        var needed = draft.Vendors.Where(entry => entry.Value.Category == ConsentCategories.Necessary).SelectMany(entry => entry.Value.Cookies).ToArray();
        foreach (var (id, vendor) in draft.Vendors.Where(entry => entry.Value.Category != ConsentCategories.Necessary))
        {
            foreach (var cookie in vendor.Cookies.Where(cookie => !string.IsNullOrEmpty(cookie.Name) && !CookiePattern.MatchesEverything(cookie.Name)))
            {
                var matched = needed.Where(other => other.Kind == cookie.Kind).Select(other => other.Name)
                    .Concat(BuiltInDeclarations.FrameworkNames(cookie.Kind))
                    .FirstOrDefault(name => CookiePattern.OverlapsStored(cookie.Name, name));
                if (matched is not null)
                {
                    problems.Add(new(
                        $"{draft.Path("Vendors", id)}:Cookies:{cookie.Name}",
                        $"A refusal deletes what '{cookie.Name}' matches, and that includes '{matched}', which the site needs. Make it narrower."));
                }
            }
        }
    }
}
