// dotnet run -c Release --project tests/Innovexus.Consent.Benchmarks
// Ends with an error where more is allocated than is said here. Times are for reading: they depend on the machine, their ratio less so.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Innovexus.Consent.Benchmarks;

var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "Innovexus.Consent.Benchmarks"));

var evaluation = BenchmarkRunner.Run<EvaluationBenchmarks>(config);
var requests = BenchmarkRunner.Run<RequestBenchmarks>(config);

var sample = new EvaluationBenchmarks();
sample.SetUp();
var allowed = EvaluationBenchmarks.StateBytes(sample.Evaluate());
var failures = new List<string>();
foreach (var report in evaluation.Reports)
{
    Check("An evaluation", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue, allowed);
}

var bytes = requests.Reports.ToDictionary(
    report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue);
var times = requests.Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => report.ResultStatistics?.Mean ?? double.NaN);
Check("More than with ASP.NET Core's cookie policy, a request with a cached state", bytes[nameof(RequestBenchmarks.Ours)] - bytes[nameof(RequestBenchmarks.CookiePolicy)], RequestBenchmarks.MostBytes);
Console.WriteLine($"A request that asks takes {times[nameof(RequestBenchmarks.Ours)] / times[nameof(RequestBenchmarks.CookiePolicy)]:0.00} times as long as with ASP.NET Core's cookie policy.");
failures.ForEach(Console.Error.WriteLine);
return failures.Count;

void Check(string what, long allocated, long most)
{
    Console.WriteLine($"{what} allocates {allocated} bytes; it may {most}.");
    if (allocated > most)
    {
        failures.Add($"{what} allocates {allocated} bytes, more than {most}.");
    }
}
