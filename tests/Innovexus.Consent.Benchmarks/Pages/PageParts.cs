namespace Innovexus.Consent.Benchmarks;

/// <summary>What a page is put together from: the same text for all, and what each contender wants around it.</summary>
internal static class PageParts
{
    public static string Head { get; } = Read("page-head.html");

    public static string Content { get; } = Read("page-content.html");

    /// <summary>The scripts that are gated.</summary>
    /// <param name="gates">Which.</param>
    public static IEnumerable<string> Codes(Gates gates) => gates switch
    {
        Gates.TwoHundred => Enumerable.Repeat("probe.ran();", 200),
        Gates.Heavy => ["probe.ran(); for (const end = performance.now() + 50; performance.now() < end;);"],
        _ => ["probe.ran();"],
    };

    /// <summary>A contender's whole page.</summary>
    /// <param name="contender">Any but ours, which the server renders.</param>
    /// <param name="gates">What is gated in it.</param>
    public static string Page(Contender contender, Gates gates)
    {
        var parts = contender == Contender.Nothing ? [] : Sections(Read($"{contender.Id}.html"));
        var codes = Codes(gates).ToArray();
        var scripts = parts.TryGetValue("gate", out var gate) ? string.Concat(codes.Select(code => gate.Replace("{code}", code, StringComparison.Ordinal))) : "";
        var page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            {Head}{parts.GetValueOrDefault("head")}</head>
            <body>
            {parts.GetValueOrDefault("start")}{Content}{scripts}{parts.GetValueOrDefault("end")}</body>
            </html>
            """;
        return page.Replace("{codes}", string.Concat(codes), StringComparison.Ordinal);
    }

    public static string Read(string name)
    {
        using var stream = typeof(PageParts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Dictionary<string, string> Sections(string text) => text
        .Split("<!-- ", StringSplitOptions.RemoveEmptyEntries)
        .Select(section => section.Split(" -->\n", 2))
        .ToDictionary(section => section[0], section => section[1]);
}
