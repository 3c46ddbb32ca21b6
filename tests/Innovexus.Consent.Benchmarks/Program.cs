// dotnet run -c Release --project tests/Innovexus.Consent.Benchmarks
// Ends with an error where more is allocated than is said here, or where a request that answers or asks takes longer than with ASP.NET
// Core's cookie policy, in the same run and beyond the error bars.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Innovexus.Consent.Benchmarks;

var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.MediumRun.WithLaunchCount(1).WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "Innovexus.Consent.Benchmarks"));

var evaluation = BenchmarkRunner.Run<EvaluationBenchmarks>(config);
var requests = BenchmarkRunner.Run<RequestBenchmarks>(config);

var sample = new EvaluationBenchmarks();
sample.SetUp();
var allowed = EvaluationBenchmarks.StateBytes(sample.Evaluate());
var failures = new List<string>();
foreach (var report in evaluation.Reports)
{
    Check("An evaluation", Bytes(report), allowed);
}

foreach (var group in requests.Reports.GroupBy(report => report.BenchmarkCase.Parameters["Does"]))
{
    var by = group.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
    var (nothing, policy, ours) = (by[nameof(RequestBenchmarks.Nothing)], by[nameof(RequestBenchmarks.CookiePolicy)], by[nameof(RequestBenchmarks.Ours)]);
    Check($"More than through nothing, a request that {group.Key}", Bytes(ours) - Bytes(nothing), RequestBenchmarks.MostBytes);
    if (ours.ResultStatistics is { } our && policy.ResultStatistics is { } their && nothing.ResultStatistics is { } none)
    {
        Console.WriteLine($"A request that {group.Key}: {our.Mean:0} ns ± {our.ConfidenceInterval.Margin:0}; with the cookie policy {their.Mean:0} ns ± {their.ConfidenceInterval.Margin:0}, ratio {our.Mean / their.Mean:0.00}; through nothing {none.Mean:0} ns.");
        // The policy does not look at what cookies are: with twenty of them it has less to do, and the ratio is for reading.
        if (group.Key is not RequestBenchmarks.Endpoint.SetsTwentyCookies && our.Mean - our.ConfidenceInterval.Margin > their.Mean + their.ConfidenceInterval.Margin)
        {
            failures.Add($"A request that {group.Key} is slower than with the cookie policy, beyond the error bars.");
        }
    }
}

failures.ForEach(Console.Error.WriteLine);
return failures.Count;

static long Bytes(BenchmarkDotNet.Reports.BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue;

void Check(string what, long allocated, long most)
{
    Console.WriteLine($"{what} allocates {allocated} bytes; it may {most}.");
    if (allocated > most)
    {
        failures.Add($"{what} allocates {allocated} bytes, more than {most}.");
    }
}
