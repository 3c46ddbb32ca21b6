using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the host tells of a visitor by looking it up: region, age and restriction, answered when its store answers.</summary>
public class LateAnswersTests
{
    public enum Tells
    {
        Region,
        RegionByHeader,
        Age,
        Restricted,
        Everything,
    }

    public static TheoryData<Tells> Each => [Tells.Region, Tells.RegionByHeader, Tells.Age, Tells.Restricted];

    public static TheoryData<Tells, bool> EachWithBothAnswers => [.. from tells in Each from allows in new[] { true, false } select (tells.Data, allows)];

    [Theory]
    [MemberData(nameof(EachWithBothAnswers))]
    public async Task An_answer_counts_in_the_first_page(Tells tells, bool allows)
    {
        var store = new Store(allows);
        store.Wait = _ => store.Released.Task;
        await using var host = await StartAsync(tells, store);

        var answering = host.Browser().GetStringAsync("/page");
        await Task.WhenAny(store.WasAsked.Task, answering);
        Assert.False(answering.IsCompleted);
        store.Released.SetResult();

        var page = await answering;
        Assert.Contains($"\"granted\":[{string.Join(',', (allows ? All : None).Split(' ').Select(id => $"\"{id}\""))}]", page, StringComparison.Ordinal);
        Assert.Equal(!allows && Source(tells) == "region", page.Contains("data-ic-banner", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EachWithBothAnswers))]
    public async Task An_answer_counts_in_a_guard(Tells tells, bool allows)
    {
        var store = new Store(allows);
        await using var host = await StartAsync(tells, store, use: app => app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics"));

        Assert.Equal(allows ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await host.Browser().GetAsync("/guarded")).StatusCode);
    }

    [Theory]
    [InlineData(Tells.Age)]
    [InlineData(Tells.Restricted)]
    public async Task What_an_answer_locks_a_post_keeps_as_refused(Tells tells)
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(tells, store);
        var (free, locked) = (host.Browser(new CookieContainer()), host.Browser(new CookieContainer()));
        await free.PostAsync("/_ic/decision", Form("accept-all"));
        store.Allows = false;
        await locked.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(None, await free.GetStringAsync("/state"));
        store.Allows = true;

        Assert.Equal((All, None), (await free.GetStringAsync("/state"), await locked.GetStringAsync("/state")));
    }

    [Theory]
    [InlineData(Tells.Region)]
    [InlineData(Tells.RegionByHeader)]
    public async Task A_post_is_kept_as_long_as_its_region_says(Tells tells)
    {
        await using var host = await StartAsync(tells, new(allows: true), options => options.Rules.SetLifetime("US", TimeSpan.FromDays(200)));

        var answer = await host.Browser().PostAsync("/_ic/decision", Form("accept-all"));

        var end = (Host.Clock().GetUtcNow() + TimeSpan.FromDays(200)).ToString("R");
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains($"expires={end}", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Tells.Region, true, true)]
    [InlineData(Tells.Region, false, true)]
    [InlineData(Tells.RegionByHeader, true, false)]
    [InlineData(Tells.RegionByHeader, false, false)]
    [InlineData(Tells.Age, true, true)]
    [InlineData(Tells.Age, false, true)]
    [InlineData(Tells.Restricted, true, false)]
    [InlineData(Tells.Restricted, false, true)]
    public async Task Caches_are_told_what_an_answer_depends_on(Tells tells, bool allows, bool isPrivate)
    {
        await using var host = await StartAsync(tells, new(allows), isLocated: false);

        var answer = await host.Browser().GetAsync("/state");

        Assert.Equal(isPrivate, answer.Headers.CacheControl?.Private == true);
        Assert.Contains("Cookie", answer.Headers.Vary);
        Assert.Equal(tells == Tells.RegionByHeader, answer.Headers.Vary.Contains(StoredRegions.Header));
    }

    [Fact]
    public async Task The_output_cache_keeps_visitors_apart_by_an_answer()
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(Tells.RegionByHeader, store, use: app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).CacheOutput();
        });

        foreach (var allows in new[] { true, false, true })
        {
            store.Allows = allows;
            Assert.Equal(allows ? All : None, await host.Browser().GetStringAsync("/cached"));
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task An_answer_that_fails_is_taken_for_what_forbids_most_and_logged_once(Tells tells)
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(tells, store);
        using var failures = Failures(host);
        store.Wait = async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("anna@example.com");
        };

        foreach (var _ in new[] { 1, 2 })
        {
            var answer = await host.Browser().GetAsync("/state");
            Assert.Equal((HttpStatusCode.OK, None), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        Assert.Equal(Enumerable.Repeat($"{Source(tells)} failed", 2), failures.GetMeasurementSnapshot().Select(Text));
        Assert.DoesNotContain("anna@example.com", Assert.Single(Logged(host, nameof(SourceFailures))).Message, StringComparison.Ordinal);
        store.Wait = _ => Task.CompletedTask;
        Assert.Equal(All, await host.Browser().GetStringAsync("/state"));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task An_answer_that_never_comes_keeps_nobody_from_the_page(Tells tells)
    {
        var (store, clock) = (new Store(allows: true), new WatchedClock());
        await using var host = await StartAsync(tells, store, clock: clock);
        using var failures = Failures(host);
        store.Wait = _ => new TaskCompletionSource().Task;

        var answering = host.Browser().GetAsync("/state");
        await Task.WhenAny(clock.IsWaitedFor.Task, answering);
        clock.Advance(new ConsentServerOptions().SourceTimeout);

        var answer = await answering;
        Assert.Equal((HttpStatusCode.OK, None), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal([$"{Source(tells)} timeout"], failures.GetMeasurementSnapshot().Select(Text));
        Assert.Contains("it took too long", Assert.Single(Logged(host, nameof(SourceFailures))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_together_are_waited_for_as_long_as_one()
    {
        var (store, clock) = (new Store(allows: true), new WatchedClock());
        await using var host = await StartAsync(Tells.Everything, store, clock: clock);
        using var failures = Failures(host);
        store.Wait = _ => new TaskCompletionSource().Task;

        var answering = host.Browser().GetStringAsync("/state");
        await Task.WhenAny(clock.IsWaitedFor.Task, answering);
        clock.Advance(new ConsentServerOptions().SourceTimeout);

        Assert.Equal(None, await answering);
        Assert.Equal(["region timeout", "age timeout", "restricted timeout"], failures.GetMeasurementSnapshot().Select(Text));
    }

    [Fact]
    public async Task The_next_resolver_is_asked_after_one_that_fails_later()
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(Tells.Region, store, services: services => services.AddConsent().AddRegionHeader(new() { Country = "X-Country" }));
        store.Wait = async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        };
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("X-Country", "US");

        var answer = await browser.GetAsync("/state");

        Assert.Equal(All, await answer.Content.ReadAsStringAsync());
        Assert.Contains("X-Country", answer.Headers.Vary);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Who_asks_before_the_answer_is_told_that_nothing_is_granted_until_somebody_waits(Tells tells)
    {
        var store = new Store(allows: true);
        store.Wait = _ => store.Released.Task;
        await using var host = await StartAsync(tells, store, use: app => app.Use(async (context, next) =>
        {
            Say("X-Hasty", context.GetConsent());
            // The store has answered when this returns.
            store.Released.SetResult();
            Say("X-Still-Hasty", context.GetConsent());
            Say("X-Patient", await context.GetConsentAsync());
            await next(context);

            void Say(string name, ConsentState state) => context.Response.Headers[name] = string.Join(' ', state.Granted);
        }));

        var answer = await host.Browser().GetAsync("/state");

        Assert.Equal(
            (None, None, All, All),
            (Header("X-Hasty"), Header("X-Still-Hasty"), Header("X-Patient"), await answer.Content.ReadAsStringAsync()));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("call await context.GetConsentAsync()", Assert.Single(Logged(host, nameof(ConsentDiagnostics))).Message, StringComparison.Ordinal);
        Assert.Single(store.Asked);

        string Header(string name) => answer.Headers.GetValues(name).Single();
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Who_answers_at_once_is_never_waited_for(Tells tells)
    {
        var store = new Store(allows: true) { Wait = _ => Task.CompletedTask };
        await using var host = await StartAsync(tells, store, use: app => app.Run(context => context.Response.WriteAsync(string.Join(' ', context.GetConsent().Granted))));

        Assert.Equal(All, await host.Browser().GetStringAsync("/"));
        Assert.Empty(Logged(host, nameof(ConsentDiagnostics)));
    }

    [Fact]
    public async Task Two_who_wait_at_the_same_time_have_each_thing_asked_once_and_one_after_the_other()
    {
        var store = new Store(allows: true);
        TaskCompletionSource[] answers = [new(), new(), new()];
        store.Wait = _ => answers[store.Asked.Count - 1].Task;
        await using var host = await StartAsync(Tells.Everything, store, use: app => app.Use(async (context, next) =>
        {
            var both = Task.WhenAll(context.GetConsentAsync().AsTask(), context.GetConsentAsync().AsTask());
            // What waits for an answer has gone on when this returns.
            answers[0].SetResult();
            Assert.Equal(["region", "age"], store.Asked);
            answers[1].SetResult();
            answers[2].SetResult();
            await both;
            await next(context);
        }));

        Assert.Equal(All, await host.Browser().GetStringAsync("/state"));
        Assert.Equal(["region", "age", "restricted"], store.Asked);
    }

    [Theory]
    [InlineData(Tells.Region)]
    [InlineData(Tells.Age)]
    [InlineData(Tells.Restricted)]
    public async Task Who_is_signed_in_since_is_asked_about_anew(Tells tells)
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(tells, store, use: app => app.Use((context, next) =>
        {
            Assert.Equal(None, string.Join(' ', context.GetConsent().Granted));
            context.User = new(new ClaimsIdentity([new("name", "anna")], "test"));
            return next(context);
        }));
        store.Wait = context => context.User.Identity!.IsAuthenticated ? Task.CompletedTask : new TaskCompletionSource().Task;

        Assert.Equal(All, await host.Browser().GetStringAsync("/state"));
    }

    [Theory]
    [InlineData(Tells.Region, All, false)]
    [InlineData(Tells.Age, None, true)]
    [InlineData(Tells.Restricted, None, true)]
    public async Task Who_grants_everything_before_the_answer_grants_nothing_that_it_may_lock(Tells tells, string granted, bool isTold)
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(tells, store, use: app => app.Use((context, next) =>
        {
            if (context.Request.Path == "/grant")
            {
                context.Features.Get<ITrackingConsentFeature>()!.GrantConsent();
                return Task.CompletedTask;
            }

            return next(context);
        }));
        store.Wait = async _ => await Task.Yield();
        var browser = host.Browser(new CookieContainer());

        await browser.GetAsync("/grant");

        Assert.Equal(granted, await browser.GetStringAsync("/state"));
        Assert.Equal(isTold, Logged(host, nameof(ConsentDiagnostics)).Any());
    }

    [Fact]
    public async Task A_visitor_who_leaves_ends_the_wait_and_is_no_failure()
    {
        using var leaves = new CancellationTokenSource();
        var (store, ended) = (new Store(allows: true), new TaskCompletionSource());
        await using var host = await StartAsync(Tells.Everything, store, use: app => app.Use(async (context, next) =>
        {
            await next(context);
            ended.SetResult();
        }));
        using var failures = Failures(host);
        store.Wait = _ => new TaskCompletionSource().Task;

        var answering = host.Browser().GetAsync("/state", leaves.Token);
        await store.WasAsked.Task;
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
        await ended.Task;
        Assert.Empty(failures.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task Static_assets_ask_nobody()
    {
        var store = new Store(allows: true);
        await using var host = await StartAsync(Tells.Everything, store, use: app => app
            .MapGet("/asset.js", () => "asset")
            .WithMetadata(new StaticAssetDescriptor { AssetPath = "asset.js", Route = "asset.js", Properties = [], ResponseHeaders = [], Selectors = [] }));

        Assert.Equal("asset", await host.Browser().GetStringAsync("/asset.js"));
        Assert.Empty(store.Asked);
    }

    [Fact]
    public async Task A_resolver_that_answers_at_once_is_not_asked_where_nobody_asks()
    {
        var asked = 0;
        await using var host = await Host.StartAsync(
            use: app => app.MapGet("/silent", () => "silent"),
            services: services => services.AddConsent().AddRegionResolver(_ => $"US{asked++}"));

        await host.Browser().GetStringAsync("/silent");
        Assert.Equal(0, asked);
        await host.Browser().GetStringAsync("/state");
        Assert.Equal(1, asked);
    }

    private static Task<Host> StartAsync(
        Tells tells,
        Store store,
        Action<ConsentServerOptions>? configure = null,
        Action<WebApplication>? use = null,
        Action<IServiceCollection>? services = null,
        TimeProvider? clock = null,
        bool isLocated = true) => Host.StartAsync(
            options =>
            {
                options.Age = tells is Tells.Age or Tells.Everything ? (context, _) => store.AskAsync(context, "age", AgeSignal.Adult, AgeSignal.Under13) : null;
                options.Restricted = tells is Tells.Restricted or Tells.Everything ? (context, _) => store.AskAsync(context, "restricted", false, true) : null;
                configure?.Invoke(options);
            },
            use,
            all =>
            {
                var consent = all.AddFakeLogging().AddConsent();
                if (tells is Tells.Region or Tells.Everything)
                {
                    consent.AddRegionResolver((context, _) => store.AskAsync<string?>(context, "region", "US", "DE"));
                }
                else if (tells == Tells.RegionByHeader)
                {
                    consent.AddRegionResolver(new StoredRegions(store));
                }
                else if (isLocated)
                {
                    consent.AddRegionResolver(_ => "US");
                }

                services?.Invoke(all);
            },
            clock);

    private static string Source(Tells tells) => tells is Tells.Region or Tells.RegionByHeader ? "region" : tells == Tells.Age ? "age" : "restricted";

    /// <summary>Answers for what allows everything or for what forbids it, after a wait.</summary>
    private sealed class Store(bool allows)
    {
        public bool Allows { get; set; } = allows;

        public ConcurrentQueue<string> Asked { get; } = [];

        public TaskCompletionSource WasAsked { get; } = new();

        public TaskCompletionSource Released { get; } = new();

        public Func<HttpContext, Task> Wait { get; set; } = async _ => await Task.Yield();

        public async ValueTask<T> AskAsync<T>(HttpContext context, string what, T allowing, T forbidding)
        {
            Asked.Enqueue(what);
            WasAsked.TrySetResult();
            await Wait(context);
            return Allows ? allowing : forbidding;
        }
    }

    /// <summary>Looks up what a header names, so that caches see what it depends on.</summary>
    private sealed class StoredRegions(Store store) : IRegionResolver
    {
        public const string Header = "X-Network";

        public IReadOnlyList<string> Headers => [Header];

        public ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken) => store.AskAsync<string?>(context, "region", "US", "DE");
    }
}
