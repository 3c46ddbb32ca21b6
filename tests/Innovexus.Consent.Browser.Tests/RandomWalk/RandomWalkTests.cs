namespace Innovexus.Consent.Browser.Tests;

/// <summary>
/// Random steps, each checked against a model of the visitor. WALK_STEPS and WALK_SEED choose how many and which; a walk of many
/// steps is made by visitors of 400 steps each, three at a time.
/// </summary>
public class RandomWalkTests(HostWithStrictDynamic host) : IClassFixture<HostWithStrictDynamic>
{
    private const int StepsOfOne = 400;

    [Fact]
    public async Task Whatever_a_visitor_does_nothing_runs_without_a_grant_nor_twice_and_the_banner_asks_when_it_must()
    {
        var steps = int.Parse(Environment.GetEnvironmentVariable("WALK_STEPS") ?? $"{StepsOfOne}", System.Globalization.CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("WALK_SEED") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"Seed {seed}, {steps} steps.");
        var made = new System.Collections.Concurrent.ConcurrentBag<IReadOnlyDictionary<string, int>>();

        await Parallel.ForEachAsync(Enumerable.Range(0, (steps + StepsOfOne - 1) / StepsOfOne), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (part, _) =>
        {
            // A browser for each: one for twenty thousand steps stood still in the end.
            var own = new Chromium();
            await own.InitializeAsync();
            try
            {
                var walk = await Walk.StartAsync(own, host.Url);
                await RandomWalk.PrepareAsync(walk);
                var random = new RandomWalk(walk, new StaticSite(), seed + part);
                await random.RunAsync(Math.Min(StepsOfOne, steps - (part * StepsOfOne)));
                made.Add(random.Counts);
                output.WriteLine($"Seed {seed + part}: {random.Counts.Values.Sum()} steps made.");
            }
            catch (Exception exception)
            {
                // Now, and not only when the others have ended.
                output.WriteLine(exception.Message);
                throw;
            }
            finally
            {
                await own.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
            }
        });

        var counts = made.SelectMany(each => each).GroupBy(each => each.Key, each => each.Value).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Sum()}").ToArray();
        output.WriteLine(string.Join(", ", counts));
        // All kinds of steps were made, so that none was silently impossible.
        Assert.Equal(11, counts.Length);
    }
}
