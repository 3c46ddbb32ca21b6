namespace Innovexus.Consent;

/// <summary>What is wrong with one item that a vendor stores.</summary>
internal static class CookieCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    public static void Check(string path, CookieDeclaration cookie, List<ConsentProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(cookie.Name))
        {
            problems.Add(new(path, "A stored item has no name. Give its exact name, or a pattern such as \"_ga_*\"."));
            return;
        }

        if (CookiePattern.MatchesEverything(cookie.Name))
        {
            problems.Add(new(path, $"The pattern '{cookie.Name}' would match everything. Start it with the letters that the vendor's names share."));
        }
        else if (!cookie.ThirdParty && BuiltInDeclarations.OwnNames(cookie.Kind).FirstOrDefault(own => CookiePattern.Matches(cookie.Name, own)) is { } matched)
        {
            problems.Add(new(path, $"The pattern '{cookie.Name}' would match '{matched}', which stores the visitor's decision. Make it narrower."));
        }

        if (string.IsNullOrWhiteSpace(cookie.Purpose))
        {
            problems.Add(new($"{path}:Purpose", $"'{cookie.Name}' has no purpose. Say what it is for, as a visitor reads it."));
        }

        if (!Enum.IsDefined(cookie.Kind))
        {
            problems.Add(new($"{path}:Kind", $"There is no kind {cookie.Kind}. Use one of: {string.Join(", ", Enum.GetNames<StorageKind>())}."));
        }

        if (cookie.Duration < TimeSpan.Zero)
        {
            problems.Add(new($"{path}:Duration", $"'{cookie.Name}' has a negative duration. Give a positive duration, or none."));
        }
        else if (cookie.Kind == StorageKind.Cookie && cookie.Duration > Longest)
        {
            problems.Add(new(
                $"{path}:Duration",
                $"'{cookie.Name}' cannot last {cookie.Duration.Value.TotalDays:0.##} days: browsers keep no cookie longer than 400 days (RFC 6265bis). Declare at most 400.00:00:00."));
        }

        if (!cookie.Path.StartsWith('/'))
        {
            problems.Add(new($"{path}:Path", $"'{cookie.Path}' is not a cookie path. Start it with '/'."));
        }
    }
}
