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
    [InlineData("AMCV_*@AdobeOrg", "AMCV_9%40AdobeOrg", true)]
    [InlineData("AMCV_*@AdobeOrg", "AMCV_9@AdobeOrg", true)]
    [InlineData("AMCV_*%40AdobeOrg", "AMCV_9%40AdobeOrg", true)]
    [InlineData("AMCV_*@AdobeOrg", "AMCV_9%2540AdobeOrg", false)]
    [InlineData("größe", "gr%C3%B6%c3%9fe", true)]
    [InlineData("a%zz*", "a%zzb", true)]
    [InlineData("b*", "%c3%28", false)]
    public void Matches_a_stored_name_and_what_it_says(string pattern, string stored, bool expected) =>
        Assert.Equal(expected, CookiePattern.MatchesStored(pattern, stored));

    [Fact]
    public void Overlaps_also_where_one_pattern_is_encoded()
    {
        Assert.True(CookiePattern.OverlapsStored("AMCV_*@AdobeOrg", "AMCV_*%40AdobeOrg"));
        Assert.False(CookiePattern.OverlapsStored("AMCV_*@AdobeOrg", "AMCV_*@Other"));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("***", true)]
    [InlineData("", true)]
    [InlineData("a*", false)]
    public void Matches_everything_is_seen(string pattern, bool expected) => Assert.Equal(expected, CookiePattern.MatchesEverything(pattern));
}
