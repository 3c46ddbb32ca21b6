namespace Innovexus.Consent.Benchmarks;

/// <summary>The page of the documentation whose tables are what was measured last, each between a pair of markers.</summary>
internal static class PerformanceDocument
{
    /// <summary>Prints a block and puts it in place of the one before.</summary>
    /// <param name="name">Which block.</param>
    /// <param name="markdown">What it says.</param>
    public static void Write(string name, string markdown)
    {
        Console.WriteLine(markdown);
        var path = Path.Combine(Root(), "docs", "performance.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {name}: measured -->\n", $"<!-- /{name} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(end, from, StringComparison.Ordinal);
        if (to < 0)
        {
            throw new InvalidOperationException($"{path} has no place for '{name}': {start}{end}");
        }

        File.WriteAllText(path, $"{text[..(from + start.Length)]}\n{markdown}\n\n{text[to..]}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Innovexus.Consent.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run in a clone of the repository.");
    }
}
