using System.Text.RegularExpressions;
using CsCheck;

namespace Innovexus.Consent.Tests;

public class CookiePatternTests
{
    [Fact]
    public void Matches_like_the_regular_expression_it_stands_for() =>
        Gen.Select(Gen.String[Gen.Char["ab*"], 0, 8], Gen.String[Gen.Char["ab"], 0, 10]).Sample(
            (pattern, name) => CookiePattern.Matches(pattern, name)
                == Regex.IsMatch(name, "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$"),
            iter: 20_000);

    // Two stars are one, so of four letters each the shortest common name has at most eight.
    [Fact]
    public void Overlaps_where_some_name_matches_both()
    {
        string[] names = [.. Enumerable.Range(0, 9).SelectMany(length => Enumerable.Range(0, 1 << length)
            .Select(bits => string.Concat(Enumerable.Range(0, length).Select(bit => (bits >> bit & 1) == 0 ? 'a' : 'b'))))];
        var pattern = Gen.String[Gen.Char["ab*"], 0, 4];

        Gen.Select(pattern, pattern).Sample(
            (one, other) => CookiePattern.Overlaps(one, other) == names.Any(name => CookiePattern.Matches(one, name) && CookiePattern.Matches(other, name)),
            iter: 3_000);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("***", true)]
    [InlineData("", true)]
    [InlineData("a*", false)]
    public void Matches_everything_is_seen(string pattern, bool expected) => Assert.Equal(expected, CookiePattern.MatchesEverything(pattern));
}
