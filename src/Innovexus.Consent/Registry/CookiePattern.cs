namespace Innovexus.Consent;

/// <summary>Names of stored items, in which each <c>*</c> stands for any characters.</summary>
internal static class CookiePattern
{
    public static bool Matches(string pattern, string name) => Matches(pattern.AsSpan(), name.AsSpan());

    /// <summary>
    /// Whether a pattern matches a name as a browser has it, or what that name says: what several vendors store percent-encoded is
    /// declared by what its name says.
    /// </summary>
    public static bool MatchesStored(string pattern, string stored) =>
        Matches(pattern, stored) || (stored.Contains('%', StringComparison.Ordinal) && Matches(pattern, Uri.UnescapeDataString(stored)));

    /// <summary>Whether some stored name matches both patterns, be it encoded or not.</summary>
    public static bool OverlapsStored(string one, string other) =>
        Overlaps(one, other) || Overlaps(Uri.UnescapeDataString(one), Uri.UnescapeDataString(other));

    /// <summary>The names under which a browser may have what is declared by this exact name.</summary>
    public static IEnumerable<string> StoredAs(string name) => new[] { name, Uri.EscapeDataString(name) }.Distinct(StringComparer.Ordinal);

    /// <summary>Nothing but stars: it would match every name.</summary>
    public static bool MatchesEverything(string pattern) => pattern.AsSpan().Trim('*').IsEmpty;

    /// <summary>Whether some name matches both patterns.</summary>
    public static bool Overlaps(string one, string other)
    {
        // possible[i, j]: the rest of one from i and the rest of the other from j have a name in common.
        var possible = new bool[one.Length + 1, other.Length + 1];
        for (var i = one.Length; i >= 0; i--)
        {
            for (var j = other.Length; j >= 0; j--)
            {
                var star = i < one.Length && one[i] == '*';
                var otherStar = j < other.Length && other[j] == '*';
                possible[i, j] = (i == one.Length && j == other.Length)
                    || (star && (possible[i + 1, j] || (j < other.Length && possible[i, j + 1])))
                    || (otherStar && (possible[i, j + 1] || (i < one.Length && possible[i + 1, j])))
                    || (i < one.Length && j < other.Length && one[i] == other[j] && possible[i + 1, j + 1]);
            }
        }

        return possible[0, 0];
    }

    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
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
