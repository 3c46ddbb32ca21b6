using System.Reflection;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Tests;

/// <summary>The words that C# and the browser share are stated in C#; what the markup and the scripts write is held against them here.</summary>
public sealed partial class ProtocolTests
{
    // Each is told by an attribute of the form.
    private static readonly string[] Outcomes = ["failed", "held", "kept", "later", "saved", "unchanged"];

    // What scripts write for themselves or for the style.
    private static readonly string[] Own = ["data-ic-asks", "data-ic-copy", "data-ic-end", "data-ic-loading", "data-ic-shown"];

    // What only a site's own markup has.
    private static readonly string[] OfSites = ["data-ic-event"];

    // What they note on elements without an attribute, and the one global hook.
    private static readonly string[] Properties = ["data-ic-fetch", "data-ic-said", "data-ic-used", "data-ic-watched"];

    private static readonly string[] Actions = Constants(typeof(DecisionAction));

    private static readonly string[] Fields = Constants(typeof(DecisionField));

    private static readonly string Scripts = Read("Runtime", "*.js");

    private static readonly string Markup = Read("", "*.razor");

    private static readonly string Code = Read("", "*.cs");

    [Fact]
    public void Actions_and_fields_of_the_scripts_are_those_that_are_read()
    {
        string[] words = [.. Scripts.Split('\n').Where(line => Deciding().IsMatch(line)).SelectMany(line => Word().Matches(line)).Select(word => word.Groups[1].Value).Distinct()];

        Assert.Superset(new HashSet<string>(["accept-all", "reject-all", "save", "change", "signal", "no-signal", "category", "vendor", "grant", "refuse", "gpc"]), words.ToHashSet());
        Assert.Empty(words.Except(Actions).Except(Fields).Except(Outcomes));
    }

    [Fact]
    public void Actions_and_fields_of_the_markup_are_those_that_are_read()
    {
        string[] fields = [.. Field().Matches(Markup).Select(field => field.Groups[1].Value).Distinct()];
        string[] actions = [.. Action().Matches(Markup).Select(action => action.Groups[1].Value).Distinct()];

        Assert.True(fields.Length > 5 && actions.Length > 4);
        Assert.Empty(fields.Except(Fields));
        Assert.Empty(actions.Except(Actions));
    }

    [Fact]
    public void Attributes_that_the_scripts_read_are_rendered_and_those_that_are_rendered_are_read()
    {
        var rendered = Attributes(Markup).Union(Attributes(Code)).ToHashSet();
        var read = Attributes(Scripts).Union(Data().Matches(Scripts).Select(name => "data-" + Capital().Replace(name.Value, letter => $"-{letter.Value.ToLowerInvariant()}"))).ToHashSet();

        Assert.True(read.Count > 30);
        Assert.Empty(read.Except(rendered).Except(Own).Except(OfSites).Except(Properties));
        Assert.Empty(rendered.Except(read).Except(Attributes(Read("Runtime", "*.css"))).Except(Outcomes.Select(outcome => $"data-ic-{outcome}")));
    }

    // C# raises and hears none of them, so their types state them.
    [Fact]
    public void Events_are_raised_heard_and_documented_under_the_names_that_their_types_state()
    {
        string[] typed = [.. TypedEvent().Matches(Read("wwwroot", "ic.d.ts")).Select(name => name.Groups[1].Value).Order(StringComparer.Ordinal)];
        var guide = File.ReadAllText(Repository.Path("docs", "javascript.md"));

        Assert.Equal(["change", "grant", "revoke", "settled"], typed);
        Assert.Equal(typed, RaisedEvent().Matches(Scripts).Select(name => name.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Equal(typed, EventRow().Matches(guide).Select(name => name.Groups[1].Value).Order(StringComparer.Ordinal));
        string[] named = [.. new[] { Scripts, Markup, Code, guide, Read("wwwroot", "ic.d.ts") }.SelectMany(text => NamedEvent().Matches(text)).Select(name => name.Groups[1].Value)];
        Assert.True(named.Length > 15);
        Assert.Empty(named.Except(typed));
    }

    [Fact]
    public void Classes_and_the_root_that_the_scripts_look_for_are_rendered()
    {
        var rendered = RenderedWord().Matches(Markup + Code).Select(word => word.Value).ToHashSet();
        string[] sought = [.. SoughtClass().Matches(Scripts).Select(name => name.Groups[1].Value).Distinct()];

        Assert.True(sought.Length > 4);
        Assert.Empty(sought.Except(rendered));
        Assert.All(SoughtRoot().Matches(Scripts), root => Assert.Contains($"data-permanent=\"{root.Groups[1].Value}\"", Markup, StringComparison.Ordinal));
        Assert.NotEmpty(SoughtRoot().Matches(Scripts));
    }

    private static string[] Constants(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<string> Attributes(string text) => Attribute().Matches(text).Select(attribute => attribute.Value);

    private static string Read(string folder, string pattern) => string.Join('\n', Directory.GetFiles(Repository.Path("src", "Innovexus.Consent", folder), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

    // Lines of the scripts that decide something, or read what is decided.
    [GeneratedRegex(@"\baction\b|\bpending (=|==) '|\bbody\.(has|set)\(")]
    private static partial Regex Deciding();

    [GeneratedRegex(@"(?<!typeof \w+ == )'([a-z][a-z-]*)'")]
    private static partial Regex Word();

    [GeneratedRegex(@" name=""([a-z]+)""")]
    private static partial Regex Field();

    [GeneratedRegex(@" name=""action"" value=""([a-z-]+)""")]
    private static partial Regex Action();

    [GeneratedRegex(@"data-ic(-[a-z]+)*(?![a-z-])")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^  'ic:([a-z]+)': CustomEvent<", RegexOptions.Multiline)]
    private static partial Regex TypedEvent();

    [GeneratedRegex(@"\bemit\('([a-z]+)'")]
    private static partial Regex RaisedEvent();

    [GeneratedRegex(@"^\| `ic:([a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"['""`>]ic:([a-z]+)")]
    private static partial Regex NamedEvent();

    [GeneratedRegex(@"\bic(-[a-z]+)+\b")]
    private static partial Regex RenderedWord();

    [GeneratedRegex(@"\.(ic(?:-[a-z]+)+)")]
    private static partial Regex SoughtClass();

    [GeneratedRegex(@"\[data-permanent=""?([a-z-]+)")]
    private static partial Regex SoughtRoot();

    // As dataset names them.
    [GeneratedRegex(@"\bic[A-Z][a-z]+\b")]
    private static partial Regex Data();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
