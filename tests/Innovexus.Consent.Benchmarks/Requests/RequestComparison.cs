using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Innovexus.Consent.Benchmarks;

/// <summary>What an evaluation and a request allocate, and how a request's time compares with ASP.NET Core's cookie policy.</summary>
internal static class RequestComparison
{
    /// <summary>Measures, prints, and writes the table.</summary>
    /// <returns>What allocates more than it may, or takes longer than with the cookie policy, beyond the error bars.</returns>
    public static IReadOnlyList<string> Run()
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.MediumRun.WithLaunchCount(1).WithWarmupCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)).WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "Innovexus.Consent.Benchmarks"));
        var evaluation = BenchmarkRunner.Run<EvaluationBenchmarks>(config);
        var requests = BenchmarkRunner.Run<RequestBenchmarks>(config);

        List<string> failures = [];
        var sample = new EvaluationBenchmarks();
        sample.SetUp();
        var allowed = EvaluationBenchmarks.StateBytes(sample.Evaluate());
        foreach (var report in evaluation.Reports)
        {
            Check("An evaluation", Bytes(report), allowed);
        }

        List<string> rows = [];
        foreach (var group in requests.Reports.GroupBy(report => (RequestBenchmarks.Endpoint)report.BenchmarkCase.Parameters["Does"]))
        {
            var by = group.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
            var (nothing, policy, ours) = (by[nameof(RequestBenchmarks.Nothing)], by[nameof(RequestBenchmarks.CookiePolicy)], by[nameof(RequestBenchmarks.Ours)]);
            var what = RequestBenchmarks.Describe(group.Key);
            var bytes = Bytes(ours) - Bytes(nothing);
            Check($"More than through nothing, a request that {what}", bytes, RequestBenchmarks.MostBytes(group.Key));
            if (ours.ResultStatistics is { } our && policy.ResultStatistics is { } their && nothing.ResultStatistics is { } none)
            {
                rows.Add(Row($"| {what} | {none.Mean:0} | {their.Mean:0} ± {their.ConfidenceInterval.Margin:0} | {our.Mean:0} ± {our.ConfidenceInterval.Margin:0} | {our.Mean / their.Mean:0.00} | {Bytes(policy) - Bytes(nothing)} | {bytes} |"));
                // The policy has no guards: what stands for one is an endpoint that asks, and the ratio is for reading.
                if (group.Key is not RequestBenchmarks.Endpoint.IsGuarded && our.Mean - our.ConfidenceInterval.Margin > their.Mean + their.ConfidenceInterval.Margin)
                {
                    failures.Add($"A request that {what} is slower than with the cookie policy, beyond the error bars.");
                }
            }
        }

        PerformanceDocument.Write("requests", $"""
            | a request that … | through nothing, ns | with the cookie policy, ns | with this library, ns | ratio | the policy's bytes | this library's bytes |
            |---|---|---|---|---|---|---|
            {string.Join('\n', rows)}

            {Machine.Describe()}
            """);
        return failures;

        void Check(string what, long allocated, long most)
        {
            Console.WriteLine($"{what} allocates {allocated} bytes; it may {most}.");
            if (allocated > most)
            {
                failures.Add($"{what} allocates {allocated} bytes, more than {most}.");
            }
        }
    }

    private static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);

    private static long Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue;
}
