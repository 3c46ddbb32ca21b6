using System.Text.RegularExpressions;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>The parts of a page of the docs that are written from the catalogue: between a mark that says what, and one that ends it.</summary>
internal static partial class MarkedSections
{
    /// <summary>The page, with each part as it should be.</summary>
    /// <param name="page">The page as it is.</param>
    /// <param name="write">What stands in a part, by the words of its mark.</param>
    public static string Rewrite(string page, Func<string, string> write) =>
        Section().Replace(page, section => $"{section.Groups["begin"].Value}\n{write(section.Groups["what"].Value)}\n{section.Groups["end"].Value}");

    /// <summary>The words of each mark in a page.</summary>
    public static IEnumerable<string> In(string page) => Section().Matches(page).Select(section => section.Groups["what"].Value);

    [GeneratedRegex(@"(?<begin><!-- written from the catalogue: (?<what>[^\n]+) -->\n)(?<text>.*?)(?<end><!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Section();
}
