using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A hundred thousand requests of anybody, through the whole pipeline.</summary>
[Collection(Alone.Name)]
public class GeneratedRequestsTests(ITestOutputHelper output)
{
    private const int Requests = 100_000;
    private const int Step = 10_000;
    private const int Warm = 20_000;
    // Of forty thousand requests: less than eighty bytes for each of them.
    private const long MostGrowth = 3 * 1024 * 1024;

    [Fact]
    public async Task Nothing_fails_grows_is_granted_wrongly_or_leads_elsewhere_and_no_other_site_changes_a_choice()
    {
        var seed = Environment.GetEnvironmentVariable("SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"SEED={seed}");
        var random = new Random(seed);
        await using var host = await StartAsync();
        var server = host.Server;
        var (registry, rules, clock) = (host.Services.GetRequiredService<ConsentRegistry>(), host.Services.GetRequiredService<ConsentRules>(), host.Services.GetRequiredService<TimeProvider>());
        string[] decisions = [.. Enumerable.Range(0, 64).Select(_ => Decision(random, registry, clock.GetUtcNow()))];
        var (statuses, heaps, choices) = (new Dictionary<int, int>(), new List<long>(), 0);

        for (var number = 1; number <= Requests; number++)
        {
            // One of a few, or one that nobody had before.
            var request = new GeneratedRequest(random, () => random.Next(2) == 0 ? decisions[random.Next(decisions.Length)] : Decision(random, registry, clock.GetUtcNow()));
            var context = await server.SendAsync(request.Write);
            Check(number, request, context, registry, rules, clock);
            choices += CheckChoice(number, request, context, registry, rules, clock) ? 1 : 0;
            await context.Response.Body.CopyToAsync(Stream.Null);
            statuses[context.Response.StatusCode] = statuses.GetValueOrDefault(context.Response.StatusCode) + 1;
            if (number > Warm && number % Step == 0)
            {
                heaps.Add(Heap());
            }
        }

        // The least of each half: pools hold a few megabytes now and then, and give them back later.
        var growth = heaps[(heaps.Count / 2)..].Min() - heaps[..(heaps.Count / 2)].Min();
        output.WriteLine($"{string.Join(", ", statuses.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}: {entry.Value}"))}; the heap grew by {growth} bytes");
        // Otherwise the requests would not reach what they are to test.
        Assert.All([200, 204, 303, 400, 403, 404, 405, 413, 415], status => Assert.True(statuses.GetValueOrDefault(status) > 100, $"{status} came {statuses.GetValueOrDefault(status)} times only."));
        Assert.True(choices > 200, $"Only {choices} choices were taken.");
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    private static void Check(int number, GeneratedRequest request, HttpContext context, ConsentRegistry registry, ConsentRules rules, TimeProvider clock)
    {
        var response = context.Response;
        var what = $"request {number}: {request} was answered by {response.StatusCode}";
        Assert.True(response.StatusCode < 500, what);

        var location = response.Headers.Location.ToString();
        Assert.True(location.Length == 0 || (location[0] == '/' && !location.StartsWith("//", StringComparison.Ordinal) && !location.Contains('\\', StringComparison.Ordinal)), $"{what} {location}");

        if (!request.IsOwn)
        {
            Assert.False(response.Headers.SetCookie.Any(cookie => cookie!.StartsWith("ic_", StringComparison.Ordinal)), $"{what} {response.Headers.SetCookie}");
        }

        var expected = Expected(request, registry, rules, clock);
        if (response.StatusCode == 200 && request.Method == "GET")
        {
            switch (request.Path)
            {
                case "/state":
                    Assert.Equal(string.Join(' ', expected.Granted), Text(response));
                    break;
                case "/guarded":
                    Assert.True(expected.IsGranted("analytics"), what);
                    break;
                case "/cookies":
                    Assert.Equal(expected.IsGranted("stats"), response.Headers.SetCookie.Any(cookie => cookie!.StartsWith("_st=1; max-age", StringComparison.Ordinal)));
                    break;
                case "/_ic/state":
                    using (var json = JsonDocument.Parse(Text(response)))
                    {
                        Assert.Equal(expected.Granted.Order(StringComparer.Ordinal), json.RootElement.GetProperty("granted").EnumerateArray().Select(id => id.GetString()!).Order(StringComparer.Ordinal));
                    }

                    break;
            }
        }
    }

    // What a post has changed is what the pure core makes of it, and what the answer says. Whether it was one of the plain choices.
    private static bool CheckChoice(int number, GeneratedRequest request, HttpContext context, ConsentRegistry registry, ConsentRules rules, TimeProvider clock)
    {
        var response = context.Response;
        if (Set("ic_consent") is not { } text)
        {
            return false;
        }

        var what = $"request {number}: {request} set {text}";
        Assert.True(request.IsOwn && response.StatusCode is 200 or 303, what);
        var facts = Facts(request) with { SignalOverridden = Set("ic_signal")?.Length > 0 };
        var now = clock.GetUtcNow();
        var state = ConsentEvaluator.Evaluate(registry, rules, facts, ConsentCookie.Newest([text], now), now);
        if (facts is { GlobalPrivacyControl: true, SignalOverridden: false })
        {
            Assert.All(registry.Vendors.Where(vendor => vendor.SaleOrShare), vendor => Assert.False(state.IsGranted(vendor.Id), what));
        }

        if (response.StatusCode == 200)
        {
            using var json = JsonDocument.Parse(Text(response));
            Assert.Equal(state.Granted.Order(StringComparer.Ordinal), json.RootElement.GetProperty("granted").EnumerateArray().Select(id => id.GetString()!).Order(StringComparer.Ordinal));
        }

        if (request.Choice is { } choice)
        {
            var decision = ChoiceResolver.Decide(new(registry, rules, Facts(request), Decision(request, clock), now), choice);
            Assert.Equal(ConsentEvaluator.Evaluate(registry, rules, Facts(request), decision, now).Granted, state.Granted);
        }

        return request.Choice is not null;

        string? Set(string name) => response.Headers.SetCookie.OfType<string>().Where(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal)).Select(cookie => cookie[(name.Length + 1)..].Split(';')[0]).LastOrDefault();
    }

    // By the pure core, from what the request brings.
    private static ConsentState Expected(GeneratedRequest request, ConsentRegistry registry, ConsentRules rules, TimeProvider clock) =>
        ConsentEvaluator.Evaluate(registry, rules, Facts(request), Decision(request, clock), clock.GetUtcNow());

    private static ConsentFacts Facts(GeneratedRequest request) => new() { GlobalPrivacyControl = request.Signal == "1" };

    private static ConsentDecision? Decision(GeneratedRequest request, TimeProvider clock)
    {
        string[] texts = [.. request.Cookies.Split(';').Select(pair => pair.Trim()).Where(pair => pair.StartsWith("ic_consent=", StringComparison.Ordinal)).Select(pair => pair["ic_consent=".Length..])];
        return ConsentCookie.Newest(texts, clock.GetUtcNow());
    }

    private static string Text(HttpResponse response)
    {
        using var reader = new StreamReader(response.Body, leaveOpen: true);
        return reader.ReadToEnd();
    }

    private static string Decision(Random random, ConsentRegistry registry, DateTimeOffset now)
    {
        ConsentChoice[] choices = [ConsentChoice.AcceptAll, ConsentChoice.RejectAll, ConsentChoice.Only("analytics"), ConsentChoice.Change("ads", true), ConsentChoice.OptOut];
        return ConsentCookie.Format(ChoiceResolver.Decide(new(registry, new(), ConsentFacts.Unknown, null, now.AddSeconds(random.Next(-40_000_000, 1_000))), choices[random.Next(choices.Length)]));
    }

    private static long Heap()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Task<Host> StartAsync() => Host.StartAsync(
        options =>
        {
            options.GlobalPrivacyControlStatement = new(2026, 1, 1);
            options.ContentSecurity = ContentSecurityMode.Enforce;
            options.DropUndeclaredCookies = true;
            options.PolicyVersions.Add(new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "Tests" });
            options.Registry.Vendor("stats").AddCookie("_st", "Tests").AddOrigin("https://stats.example", VendorUses.Script);
        },
        app =>
        {
            app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics");
            app.MapGet("/cookies", (HttpContext context) =>
            {
                context.Response.Cookies.Append("_st", "1", new() { MaxAge = TimeSpan.FromDays(1) });
                context.Response.Cookies.Append($"random-{Guid.NewGuid():N}", "1");
                return "set";
            });
        },
        environment: "Development");
}
