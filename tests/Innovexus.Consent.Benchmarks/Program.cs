// dotnet run -c Release --project tests/Innovexus.Consent.Benchmarks [-- requests pages clicks start]
// Without a word: requests. Each prints its table and writes it into docs/performance.md; ends with an error where a bound is broken.
using Innovexus.Consent.Benchmarks;

if (args is [StartedApp.Switch, var url, ..])
{
    await StartedApp.RunAsync(url, args.ElementAtOrDefault(2));
    return 0;
}

List<string> failures = [];
foreach (var what in args.Length == 0 ? ["requests"] : args)
{
    failures.AddRange(what switch
    {
        "requests" => RequestComparison.Run(),
        "pages" => await PageComparison.RunAsync(),
        "clicks" => await PageComparison.RunClicksAsync(),
        "start" => await StartComparison.RunAsync(),
        _ => [$"There is no comparison '{what}'. Use: requests, pages, clicks, start."],
    });
}

failures.ForEach(Console.Error.WriteLine);
return failures.Count;
