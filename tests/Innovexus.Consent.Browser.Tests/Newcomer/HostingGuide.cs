using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Innovexus.Consent.Browser.Tests;

/// <summary>What docs/hosting.md tells to do, step by step.</summary>
internal static partial class HostingGuide
{
    /// <summary>Does what sections of the page say, in an application made from a template.</summary>
    /// <param name="server">The folder of the server's project, or of the only one.</param>
    /// <param name="client">The folder of the client's project.</param>
    /// <param name="sections">Headings of the page.</param>
    public static void Apply(string server, string? client, params IEnumerable<string> sections)
    {
        var page = File.ReadAllText(Repository.Path("docs/hosting.md"));
        foreach (var section in sections)
        {
            var text = page.Split($"\n## {section}\n")[1].Split("\n## ")[0];
            var steps = Step().Matches(text);
            Assert.NotEmpty(steps);
            // None is passed over because it is worded otherwise.
            Assert.Equal(text.Split('\n').Count(line => line.StartsWith('`') && line.EndsWith(':')), steps.Count);
            foreach (Match step in steps)
            {
                Take(step, step.Groups["client"].Success ? client! : server, client);
            }
        }
    }

    private static void Take(Match step, string folder, string? other)
    {
        var text = step.Groups["text"].Value;
        if (step.Groups["beside"].Success)
        {
            Merge(Path.Combine(folder, step.Groups["file"].Value), text);
            return;
        }

        var path = Find(folder, step.Groups["file"].Value) ?? Find(other!, step.Groups["file"].Value)!;
        var source = File.ReadAllText(path);
        var anchor = step.Groups["anchor"].Value;
        if (anchor.Length > 0)
        {
            Assert.Equal(2, source.Split(anchor).Length);
        }

        File.WriteAllText(path, step.Groups["place"].Value switch
        {
            "before" => source.Replace(anchor, $"{text}\n{anchor}", StringComparison.Ordinal),
            "after" => source.Replace(anchor, $"{anchor}\n{text}", StringComparison.Ordinal),
            "at the start" => text + source,
            _ => $"{source}\n{text}",
        });
    }

    private static string? Find(string folder, string file) => Directory.GetFiles(folder, Path.GetFileName(file), SearchOption.AllDirectories)
        .Where(path => path.EndsWith($"/{file}", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .OrderBy(path => path.Length)
        .FirstOrDefault();

    private static void Merge(string path, string text)
    {
        var all = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        foreach (var (name, value) in JsonNode.Parse(text)!.AsObject())
        {
            all[name] = value!.DeepClone();
        }

        File.WriteAllText(path, all.ToJsonString());
    }

    [GeneratedRegex(
        @"^`(?<file>[^`]+)`(?<client> of the client project)?, ((?<place>before|after) `(?<anchor>[^`]+)`|(?<place>at the start|at the end)|(?<beside>beside what is there)):\n\n(<!-- \S+ -->\n)?```\w+\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Step();
}
