using System.Globalization;

namespace Innovexus.Consent.Benchmarks;

/// <summary>What asking costs a visitor: one page with each contender in turn, and in turns again.</summary>
internal static class PageComparison
{
    /// <summary>At least seven for a table that is kept; fewer while something is tried.</summary>
    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("PAGE_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 7;

    /// <summary>Measures, prints, and writes both tables.</summary>
    /// <returns>Nothing: these are for reading.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var server = await PageServer.StartAsync(await NpmPackages.InstallAsync());
        await using var browser = await SlowBrowser.LaunchAsync();
        var measured = $"Medians of {Runs} visits of each, in turns. {Machine.Describe(browser.Version)}";

        var loads = await InTurnsAsync(Contender.All.Select(contender => (contender, Gates.One)), slowly: true);
        var reference = loads[(Contender.Reference, Gates.One)];
        PerformanceDocument.Write("pages", $"""
            | | transferred, kB | requests | first paint, ms | banner seen, ms | blocking, ms | *Accept* to gated script, ms |
            |---|---|---|---|---|---|---|
            {string.Join('\n', Contender.All.Select(Row))}

            {measured}
            """);

        Gates[] harder = [Gates.TwoHundred, Gates.Heavy];
        Contender[] both = [Contender.Reference, Contender.Ours];
        var clicks = await InTurnsAsync(from gates in harder from contender in both select (contender, gates), slowly: false);
        foreach (var (key, visits) in loads.Where(load => load.Key.Contender.Accept is not null))
        {
            clicks[key] = visits;
        }

        PerformanceDocument.Write("clicks", $"""
            | gated | | to the first script, ms | to the last, ms | the click itself, ms | to the next paint, ms |
            |---|---|---|---|---|---|
            {string.Join('\n', from gates in Enum.GetValues<Gates>() from contender in Contender.All where clicks.ContainsKey((contender, gates)) select ClickRow(contender, gates))}

            {measured}
            """);
        return [];

        async Task<Dictionary<(Contender Contender, Gates Gates), List<PageMeasurement>>> InTurnsAsync(IEnumerable<(Contender Contender, Gates Gates)> pages, bool slowly)
        {
            var visits = pages.ToDictionary(page => page, _ => new List<PageMeasurement>());
            for (var run = 0; run <= Runs; run++)
            {
                foreach (var (page, list) in visits)
                {
                    // The first visit has the server read and compress its files, and its code compiled.
                    var visit = await browser.VisitAsync(server.Url(page.Contender, page.Gates), page.Contender.Accept, PageParts.Codes(page.Gates).Count(), slowly && run > 0);
                    if (run > 0)
                    {
                        list.Add(visit);
                    }
                }
            }

            return visits;
        }

        string Row(Contender contender)
        {
            var visits = loads[(contender, Gates.One)];
            return $"| {contender.Name} | {string.Join(" | ",
                Cell(visit => visit.Bytes / 1000, "0.0"),
                Cell(visit => visit.Requests, "0"),
                Cell(visit => visit.FirstPaint, "0"),
                contender.Accept is null ? "" : Cell(visit => visit.Visible, "0"),
                Cell(visit => visit.Blocking, "0"),
                contender.Accept is null ? "" : Cell(visit => visit.Click!.First, "0.0"))} |";

            string Cell(Func<PageMeasurement, double> value, string format) => Text(visits.Select(value), contender == Contender.Reference ? null : reference.Select(value), format);
        }

        string ClickRow(Contender contender, Gates gates)
        {
            var (visits, others) = (Clicks(contender), Clicks(Contender.Reference));
            return $"| {Describe(gates)} | {contender.Name} | {string.Join(" | ",
                Cell(click => click.First, "0.0"), Cell(click => click.Last, "0.0"), Own(), Cell(click => click.NextPaint, "0"))} |";

            ClickMeasurement[] Clicks(Contender of) => [.. clicks[(of, gates)].Select(visit => visit.Click!)];

            string Cell(Func<ClickMeasurement, double> value, string format) => Text(visits.Select(value), contender == Contender.Reference ? null : others.Select(value), format);

            // Of a click that was painted within 16 milliseconds the browser tells nothing.
            string Own() => visits.All(click => click.Processing is null) ? "not told" : Text(
                visits.Select(click => click.Processing).OfType<double>(), contender == Contender.Reference ? null : others.Select(click => click.Processing).OfType<double>(), "0.0");
        }
    }

    private static string Describe(Gates gates) => gates switch
    {
        Gates.TwoHundred => "200 inline scripts",
        Gates.Heavy => "an inline script of 50 ms",
        _ => "an inline script",
    };

    private static string Text(IEnumerable<double> values, IEnumerable<double>? others, string format)
    {
        var value = Sample.Median(values);
        double[] beside = [.. others ?? []];
        var ratio = beside.Length == 0 || Sample.Median(beside) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({value / Sample.Median(beside):0.0}×)");
        return value.ToString(format, CultureInfo.InvariantCulture) + ratio;
    }
}
