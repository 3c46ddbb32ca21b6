namespace Innovexus.Consent;

/// <summary>Ids of categories and vendors: they stand in markup, configuration and cookie, so their form is narrow.</summary>
internal static class ConsentId
{
    public const int MaxLength = 40;

    public const string Form = "a lower-case letter, then lower-case letters, digits and single hyphens, at most 40 characters";

    public static bool IsValid(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > MaxLength || !char.IsAsciiLetterLower(id[0]) || id[^1] == '-')
        {
            return false;
        }

        for (var i = 1; i < id.Length; i++)
        {
            var letter = id[i];
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && (letter != '-' || id[i - 1] == '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The known id that was probably meant, or none if nothing is near.</summary>
    public static string? Nearest(string id, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (candidate, distance: Distance(id.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(2, id.Length / 3) ? best.candidate : null;
    }

    /// <summary>" Did you mean 'x'?", or nothing.</summary>
    public static string Suggestion(string id, IEnumerable<string> known) =>
        Nearest(id, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    // Levenshtein distance, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
