using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What README and docs show is compiled or run; HTML, JavaScript and CSS are run by the browser tests.</summary>
public partial class DocsTests
{
    private static readonly string[] Shells = ["sh", "text", "html", "js", "css", ""];

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(Repository.Path("src"), "PACKAGE.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.Root, "*.md")).Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_is_code_that_compiles_or_a_registry_that_starts(string page)
    {
        foreach (Match block in Block().Matches(File.ReadAllText(Repository.Path(page))))
        {
            var text = block.Groups["text"].Value;
            if (block.Groups["source"] is { Success: true } source)
            {
                // A part of a host that the browser tests walk through, or of a view that is compiled.
                Assert.Contains(Lines(text), Lines(File.ReadAllText(Repository.Path(source.Value))), StringComparison.Ordinal);
                continue;
            }

            switch (block.Groups["language"].Value)
            {
                case "csharp":
                    AssertContains("Snippets.cs", text);
                    break;
                case "razor":
                    AssertContains("RazorSnippets.razor", text);
                    break;
                case "json":
                    Assert.NotEmpty(Registry(text).Vendors);
                    break;
                default:
                    Assert.Contains(block.Groups["language"].Value, Shells);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_a_heading_of_it(string page)
    {
        Assert.All(Link().Matches(File.ReadAllText(Repository.Path(page))), link =>
        {
            var (path, heading) = (link.Groups["path"].Value, link.Groups["heading"].Value);
            var target = path.Length == 0 ? Repository.Path(page) : Path.Combine(Path.GetDirectoryName(Repository.Path(page))!, path);
            Assert.True(File.Exists(target), $"{page} links {path}, which is not there.");
            Assert.True(heading.Length == 0 || Headings(target).Contains(heading), $"{page} links {link.Value[2..^1]}, and there is no such heading.");
        });
    }

    // What a heading is linked by: its words in lower case with hyphens between them.
    private static IEnumerable<string> Headings(string path) => Heading().Matches(File.ReadAllText(path))
        .Select(heading => Punctuation().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [Fact]
    public void What_contributors_are_told_to_look_at_is_there()
    {
        var page = File.ReadAllText(Repository.Path("CONTRIBUTING.md"));
        var table = page[page.IndexOf("## Where a thing lives", StringComparison.Ordinal)..page.IndexOf("## Add a property", StringComparison.Ordinal)];
        var names = Directory.GetFileSystemEntries(Repository.Path("src"), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => new[] { Path.GetFileName(path), Path.GetFileNameWithoutExtension(path) }).ToHashSet(StringComparer.Ordinal);

        Assert.All(CodeSpan().Matches(table), span => Assert.Contains(span.Groups["text"].Value, names));
    }

    [Fact]
    public void The_attributes_that_are_documented_are_those_that_are_read()
    {
        var documented = Attribute().Matches(File.ReadAllText(Repository.Path("docs", "gating.md")) + File.ReadAllText(Repository.Path("docs", "embeds.md"))).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["data-ic", "data-ic-key", "data-ic-replay", "data-ic-run", "data-ic-src", "data-ic-type"], documented);
        var runtime = File.ReadAllText(Repository.Path("src", "Innovexus.Consent", "Runtime", "ic.js"));
        Assert.All(["dataset.ic,", "dataset.icKey", "dataset.icRun", "icType, icReplay", "[data-ic-src]"], read => Assert.Contains(read, runtime, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_names_tests_that_exist_or_why_it_is_the_sites_duty()
    {
        string[] duties = ["L15", "L18", "L19", "L23", "L24", "L25", "L26", "L27"];
        var rows = Rule().Matches(File.ReadAllText(Repository.Path("docs", "rules.md"))).Select(row => (Id: row.Groups["id"].Value, By: row.Groups["by"].Value)).ToArray();
        Assert.Equal(Enumerable.Range(1, 27).Select(number => $"L{number}"), rows.Select(row => row.Id));

        var sources = Directory.GetFiles(Repository.Path("tests"), "*Tests.cs", SearchOption.AllDirectories).ToDictionary(path => Path.GetFullPath(path), File.ReadAllText);
        foreach (var (id, by) in rows)
        {
            var tests = TestName().Matches(by);
            Assert.True(tests.Count > 0 || duties.Contains(id), $"{id} names no test.");
            Assert.All(tests, test => Assert.True(
                sources.Any(source => Path.GetFileNameWithoutExtension(source.Key) == test.Groups["class"].Value
                    && Regex.IsMatch(source.Value, $@"\[(Fact|Theory).*\]\s(.*\]\s)*\s*public (async )?(Task|void) {test.Groups["method"].Value}\(")),
                $"{id} names {test.Value}, which is no test."));
        }
    }

    private static void AssertContains(string file, string block)
    {
        var source = Lines(File.ReadAllText(Repository.Path("tests", "Innovexus.Consent.AspNetCore.Tests", "Docs", file)));
        Assert.Contains(Lines(block), source, StringComparison.Ordinal);
    }

    // Line by line, whatever the indentation.
    private static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static ConsentRegistry Registry(string json)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var services = new ServiceCollection();
        services.AddConsent(configuration.GetSection("Consent"));
        return services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();
    }

    [GeneratedRegex(@"^(<!-- (?<source>tests/\S+) -->\n)?```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<path>[^)#:]*)(#(?<heading>[^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^\| (?<id>L\d+) \| [^|]+ \| (?<by>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"`(?<class>\w+Tests)\.(?<method>\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex("data-ic(-[a-z]+)?")]
    private static partial Regex Attribute();
}
