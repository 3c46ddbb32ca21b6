using System.Text.RegularExpressions;

namespace Innovexus.Consent.Tests;

/// <summary>Sites style by classes: those that the documentation promises are those that are rendered.</summary>
public sealed partial class ClassHookTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "styling.md"));

    // Which the markup needs for itself, so that no site should build on them.
    private static readonly string[] Own = ["ic-about", "ic-choices", "ic-close", "ic-count", "ic-head", "ic-honored", "ic-library", "ic-live", "ic-note", "ic-notice", "ic-required", "ic-when"];

    // Stands beside classes.
    private const string Id = "ic-title";

    [Fact]
    public void Classes_of_the_table_are_rendered_and_those_that_are_rendered_stand_in_the_table()
    {
        string[] promised = [.. Row().Matches(Page).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value)];
        string[] rendered = [.. Sources().SelectMany(text => Attribute().Matches(text)).SelectMany(attribute => Class().Matches(attribute.Value)).Select(name => name.Value).Concat(BannerLook.All.SelectMany(look => look.Classes.Split(' '))).Distinct().Except([Id])];

        Assert.True(promised.Length > 10 && rendered.Length > 20);
        Assert.Empty(promised.Except(rendered));
        Assert.Empty(rendered.Except(promised).Except(Own));
        Assert.Empty(Own.Except(rendered));
    }

    [Fact]
    public void Properties_of_the_table_are_those_of_the_style()
    {
        string[] promised = [.. Row().Matches(Page).SelectMany(row => Property().Matches(row.Groups[1].Value)).Select(name => name.Value).Order(StringComparer.Ordinal)];
        var sheet = File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.css"));
        string[] own = [.. Property().Matches(sheet).Select(name => name.Value).Distinct().Except(["--ic-room", "--ic-from"]).Order(StringComparer.Ordinal)];

        Assert.Equal(own, promised);
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src/Innovexus.Consent", "src/Innovexus.Consent.AspNetCore" }.SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" or ".js" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("Panel", StringComparison.Ordinal) && !file.Contains("ic-panel", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"^\| (`[^|]*`) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(ic-[a-z-]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"--ic-[a-z-]+")]
    private static partial Regex Property();

    [GeneratedRegex("class(Name)?\"?,? ?=? ?['\"][^\n>]*")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<![\w-])ic-[a-z]+(-[a-z]+)*\b")]
    private static partial Regex Class();
}
