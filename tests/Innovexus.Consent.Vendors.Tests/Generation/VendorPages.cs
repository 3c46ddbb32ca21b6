namespace Innovexus.Consent.Vendors.Tests;

/// <summary>The pages about well-known vendors in the docs.</summary>
internal static class VendorPages
{
    private const string Lines = "the lines of ", Declaration = "the declaration of ", Facts = "the facts of ";

    public static string Folder { get; } = Repository.Path("docs", "vendors");

    /// <summary>The names of their files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.md").Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>The page, with everything in it that is data as the catalogue has it.</summary>
    public static string Write(string name) => MarkedSections.Rewrite(File.ReadAllText(Path(name)), what =>
        what.StartsWith(Lines, StringComparison.Ordinal) ? VendorLines.Markdown(Ids(what, Lines), hasSnippet: true)
        : what.StartsWith(Declaration, StringComparison.Ordinal) ? VendorLines.Markdown(Ids(what, Declaration), hasSnippet: false)
        : what.StartsWith(Facts, StringComparison.Ordinal) ? FactsOf(Ids(what, Facts))
        : throw new InvalidOperationException($"Nobody writes '{what}'."));

    /// <summary>What each page tells to write, in the order of the pages.</summary>
    public static IEnumerable<(IReadOnlyList<string> Ids, bool HasSnippet)> Told() =>
        from name in Names
        from what in MarkedSections.In(File.ReadAllText(Path(name)))
        where !what.StartsWith(Facts, StringComparison.Ordinal)
        select what.StartsWith(Lines, StringComparison.Ordinal) ? (Ids(what, Lines), true) : (Ids(what, Declaration), false);

    /// <summary>The vendors whose facts a page has.</summary>
    public static IEnumerable<string> About(string name) =>
        MarkedSections.In(File.ReadAllText(Path(name))).Where(what => what.StartsWith(Facts, StringComparison.Ordinal)).SelectMany(what => Ids(what, Facts));

    private static string FactsOf(IReadOnlyList<string> ids) =>
        string.Join('\n', ids.Select(id => VendorFacts.Markdown(id, ids.Count == 1 ? "Before, with and after consent" : VendorCatalogue.Find(id)!.Name)));

    private static IReadOnlyList<string> Ids(string what, string start) => what[start.Length..].Split(", ");
}
