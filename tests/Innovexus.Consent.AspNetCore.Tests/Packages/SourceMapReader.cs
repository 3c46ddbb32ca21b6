namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The places in the source that a source map (version 3) names.</summary>
internal static class SourceMapReader
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static IEnumerable<(int Line, int Column, int Name)> Names(string mappings)
    {
        // Each number is the difference to the one before: the column in the result, the source, its line and column, and the name.
        var (line, column, name) = (0, 0, 0);
        foreach (var segment in mappings.Split(',', ';').Where(segment => segment.Length > 0))
        {
            var numbers = Numbers(segment).ToArray();
            if (numbers.Length > 3)
            {
                (line, column) = (line + numbers[2], column + numbers[3]);
            }

            if (numbers.Length > 4)
            {
                name += numbers[4];
                yield return (line, column, name);
            }
        }
    }

    // Five bits a digit, the lowest first; a sixth says that another follows, and the lowest bit of all is the sign.
    private static IEnumerable<int> Numbers(string segment)
    {
        var (value, shift) = (0, 0);
        foreach (var digit in segment.Select(letter => Digits.IndexOf(letter, StringComparison.Ordinal)))
        {
            value |= (digit & 31) << shift;
            shift += 5;
            if (digit < 32)
            {
                yield return (value & 1) == 0 ? value >> 1 : -(value >> 1);
                (value, shift) = (0, 0);
            }
        }
    }
}
