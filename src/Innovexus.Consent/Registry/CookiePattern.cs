namespace Innovexus.Consent;

/// <summary>Names of stored items, in which each <c>*</c> stands for any characters.</summary>
internal static class CookiePattern
{
    public static bool Matches(string pattern, string name) => Matches(pattern.AsSpan(), name.AsSpan());

    /// <summary>Nothing but stars: it would match every name.</summary>
    public static bool MatchesEverything(string pattern) => pattern.AsSpan().Trim('*').IsEmpty;

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        // The last star seen and where it was tried: enough to match in linear memory, without recursion.
        int p = 0, n = 0, star = -1, tried = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                tried = n;
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++tried;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
