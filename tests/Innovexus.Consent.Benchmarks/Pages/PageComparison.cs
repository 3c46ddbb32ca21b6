using System.Globalization;

namespace Innovexus.Consent.Benchmarks;

/// <summary>What asking costs a visitor: one page with each contender in turn, and in turns again. The tables are for reading; nothing fails.</summary>
internal static class PageComparison
{
    /// <summary>At least seven for a table that is kept; fewer while something is tried.</summary>
    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("PAGE_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 7;

    /// <summary>Measures first visits and the click on <em>Accept</em>, prints, and writes the table.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        var (visits, measured) = await InTurnsAsync(Contender.All.Select(contender => (contender, Gates.One)), loadSlowly: true);
        PerformanceDocument.Write("pages", $"""
            | | transferred, kB | requests | first paint, ms | banner seen, ms | blocking, ms | *Accept* to gated script, ms | the click itself, ms | to the next paint, ms |
            |---|---|---|---|---|---|---|---|---|
            {string.Join('\n', Contender.All.Select(Row))}

            {measured}
            """);
        return [];

        string Row(Contender contender)
        {
            var (own, reference) = (visits[(contender, Gates.One)], contender == Contender.Reference ? null : visits[(Contender.Reference, Gates.One)]);
            string Cell(Func<PageMeasurement, double?> value, string format) => Text(own, reference, value, format);
            return $"| {contender.Name} | {string.Join(" | ",
                Cell(visit => visit.Bytes / 1000, "0.0"),
                Cell(visit => visit.Requests, "0"),
                Cell(visit => visit.FirstPaint, "0"),
                Cell(visit => visit.Click is null ? null : visit.Visible, "0"),
                Cell(visit => visit.Blocking, "0"),
                Cell(visit => visit.Click?.First, "0.0"),
                Cell(visit => visit.Click?.Processing, "0.0"),
                Cell(visit => visit.Click?.NextPaint, "0"))} |";
        }
    }

    /// <summary>Measures the click on <em>Accept</em> where one, many and heavy scripts wait for it, prints, and writes the table.</summary>
    public static async Task<IReadOnlyList<string>> RunClicksAsync()
    {
        Contender[] both = [Contender.Reference, Contender.Ours];
        var (visits, measured) = await InTurnsAsync(from gates in Enum.GetValues<Gates>() from contender in both select (contender, gates), loadSlowly: false);
        PerformanceDocument.Write("clicks", $"""
            | gated | | to the first script, ms | to the last, ms | the click itself, ms | to the next paint, ms |
            |---|---|---|---|---|---|
            {string.Join('\n', from page in visits.Keys select Row(page.Contender, page.Gates))}

            {measured}
            """);
        return [];

        string Row(Contender contender, Gates gates)
        {
            var (own, reference) = (visits[(contender, gates)], contender == Contender.Reference ? null : visits[(Contender.Reference, gates)]);
            string Cell(Func<PageMeasurement, double?> value, string format) => Text(own, reference, value, format);
            return $"| {Describe(gates)} | {contender.Name} | {string.Join(" | ",
                Cell(visit => visit.Click!.First, "0.0"),
                Cell(visit => visit.Click!.Last, "0.0"),
                Cell(visit => visit.Click!.Processing, "0.0"),
                Cell(visit => visit.Click!.NextPaint, "0"))} |";
        }
    }

    private static async Task<(Dictionary<(Contender Contender, Gates Gates), List<PageMeasurement>> Visits, string Measured)> InTurnsAsync(
        IEnumerable<(Contender Contender, Gates Gates)> pages, bool loadSlowly)
    {
        await using var server = await PageServer.StartAsync(await NpmPackages.InstallAsync());
        await using var browser = await SlowBrowser.LaunchAsync();
        var visits = pages.ToDictionary(page => page, _ => new List<PageMeasurement>());
        for (var run = 0; run <= Runs; run++)
        {
            foreach (var (page, list) in visits)
            {
                // The first visit has the server read and compress its files, and its code compiled.
                var visit = await browser.VisitAsync(server.Url(page.Contender, page.Gates), page.Contender.Accept, PageParts.Codes(page.Gates).Count(), loadSlowly && run > 0);
                if (run > 0)
                {
                    list.Add(visit);
                }
            }
        }

        return (visits, $"Medians of {Runs} visits of each, in turns. {Machine.Describe(browser.Version)}");
    }

    private static string Describe(Gates gates) => gates switch
    {
        Gates.TwoHundred => "200 inline scripts",
        Gates.Heavy => "an inline script of 50 ms",
        _ => "an inline script",
    };

    // Empty where there is nothing to tell, and without a ratio where there is nothing beside it.
    private static string Text(IEnumerable<PageMeasurement> visits, IEnumerable<PageMeasurement>? reference, Func<PageMeasurement, double?> value, string format)
    {
        if (Median(visits) is not { } own)
        {
            return "";
        }

        var ratio = reference is not null && Median(reference) is { } other and > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({own / other:0.0}×)") : "";
        return own.ToString(format, CultureInfo.InvariantCulture) + ratio;

        double? Median(IEnumerable<PageMeasurement> of)
        {
            double[] told = [.. of.Select(value).OfType<double>()];
            return told.Length == 0 ? null : Sample.Median(told);
        }
    }
}
