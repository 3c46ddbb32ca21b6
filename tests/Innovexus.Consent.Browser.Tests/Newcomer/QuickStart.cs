using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>The blocks of the README's quick start, in the order in which a reader meets them.</summary>
internal sealed class QuickStart
{
    private readonly Queue<(string Language, string Text)> _blocks;

    private QuickStart(IEnumerable<(string, string)> blocks) => _blocks = new(blocks);

    public static QuickStart Read()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));
        var section = readme[readme.IndexOf("## Quick start", StringComparison.Ordinal)..readme.IndexOf("## In code", StringComparison.Ordinal)];
        return new(Regex.Matches(section, @"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => (block.Groups[1].Value, block.Groups[2].Value)));
    }

    /// <summary>Does what the quick start says, in an app made from the template.</summary>
    public void Apply(string app)
    {
        Assert.Equal("sh", _blocks.Dequeue().Language);

        var lines = Next("csharp").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Insert(app, "Program.cs", lines[0], before: "var app = builder.Build();");
        Insert(app, "Program.cs", lines[1], before: "app.Run();");
        File.AppendAllText(Path.Combine(app, "Components", "_Imports.razor"), Environment.NewLine + Next("razor"));
        Insert(app, "Components/App.razor", Next("razor"), after: "<ImportMap />");
        Insert(app, "Components/App.razor", Next("razor"), after: "<body>");

        var settings = Path.Combine(app, "appsettings.json");
        var all = JsonNode.Parse(File.ReadAllText(settings))!.AsObject();
        all["Consent"] = JsonNode.Parse(Next("json"))!["Consent"]!.DeepClone();
        File.WriteAllText(settings, all.ToJsonString());
        Assert.Empty(_blocks);
    }

    private string Next(string language)
    {
        var block = _blocks.Dequeue();
        Assert.Equal(language, block.Language);
        return block.Text;
    }

    private static void Insert(string app, string file, string text, string? before = null, string? after = null)
    {
        var path = Path.Combine(app, file);
        var source = File.ReadAllText(path);
        var anchor = before ?? after!;
        Assert.Equal(2, source.Split(anchor).Length);
        File.WriteAllText(path, source.Replace(anchor, before is null ? $"{anchor}\n{text}" : $"{text}\n{anchor}", StringComparison.Ordinal));
    }
}
