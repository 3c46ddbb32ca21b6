using System.Text.RegularExpressions;

namespace Innovexus.Consent.Tests;

public partial class StyleSheetTests
{
    private static readonly string Sheet = Comment().Replace(File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.css")), "");

    // What asks the whole page whether something is in it is asked again with every change of the page, which costs the more the
    // larger the page is: for good, once it was asked. Of an element of ours it costs nothing, nor where no script can change the page.
    [Fact]
    public void Nothing_asks_the_whole_page_where_scripts_can_change_it()
    {
        var asking = Asking().Matches(WithoutScripting().Replace(Sheet, "")).Select(match => match.Groups["subject"].Value).ToArray();

        Assert.NotEmpty(asking);
        Assert.All(asking, subject => Assert.True(subject.StartsWith(".ic-", StringComparison.Ordinal), $"'{subject}:has(…)' asks the whole page."));
    }

    [Theory]
    [InlineData("body:has(.ic-banner) { color: red }", "body")]
    [InlineData("main :has(.ic-banner) { color: red }", "")]
    public void Twin_the_subject_is_found(string rule, string subject) => Assert.Equal([subject], Asking().Matches(rule).Select(match => match.Groups["subject"].Value));

    // A site's rule about the attribute may be final (Bootstrap, Tailwind, Pico and MudBlazor have one).
    [Fact]
    public void What_has_the_attribute_hidden_is_never_shown() =>
        Assert.All(Rule().Matches(Sheet).Where(rule => HasHidden().IsMatch(rule.Groups["selector"].Value)), rule => Assert.Contains("display: none", rule.Groups["body"].Value, StringComparison.Ordinal));

    // The first part stands in pages, and is printed with them before the rest is there.
    [Fact]
    public void Banner_is_kept_from_paper_by_its_own_part() => Assert.Matches(@"@media print \{[^@]*\.ic-banner[^{]*\{ display: none \}", BannerStyle.Of(File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.css"))));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@media \(scripting: none\) \{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")]
    private static partial Regex WithoutScripting();

    [GeneratedRegex(@"(?<=^|[\s,>+~{}(])(?<subject>[^\s,>+~{}]*?):has\(")]
    private static partial Regex Asking();

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!:not\()\[hidden\](?!\))")]
    private static partial Regex HasHidden();
}
