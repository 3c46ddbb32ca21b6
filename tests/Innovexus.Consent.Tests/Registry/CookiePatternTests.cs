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

    [Theory]
    [InlineData("*", true)]
    [InlineData("***", true)]
    [InlineData("", true)]
    [InlineData("a*", false)]
    public void Matches_everything_is_seen(string pattern, bool expected) => Assert.Equal(expected, CookiePattern.MatchesEverything(pattern));
}
