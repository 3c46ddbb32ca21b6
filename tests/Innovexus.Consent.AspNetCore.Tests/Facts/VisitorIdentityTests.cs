using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>
/// Who counts as one visitor while the host is asked about them. Whoever reads <see cref="HttpContext.User"/> where nobody is signed in makes
/// a principal there, as every Blazor page does.
/// </summary>
public class VisitorIdentityTests
{
    public enum Tells
    {
        Region,
        Age,
        Restricted,
        External,
    }

    public static TheoryData<Tells, string, bool> EachWhereUserIsRead =>
        [.. from tells in Enum.GetValues<Tells>() from path in new[] { "/blazor", "/minimal" } from signedIn in new[] { true, false } select (tells, path, signedIn)];

    [Theory]
    [MemberData(nameof(EachWhereUserIsRead))]
    public async Task A_page_that_reads_the_user_asks_and_grants(Tells tells, string path, bool signedIn)
    {
        var asked = new Asked();
        await using var host = await StartAsync(tells, asked);
        var browser = host.Browser(new CookieContainer());
        if (signedIn)
        {
            SignIn(browser);
        }

        Assert.Contains(path == "/blazor" ? "data-ic-banner" : $"|{None}|", await browser.GetStringAsync(path), StringComparison.Ordinal);
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Contains(path == "/blazor" ? "<p>granted</p>" : $"|{All}|", await browser.GetStringAsync(path), StringComparison.Ordinal);

        Assert.Equal(3, asked.Of.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_reads_the_user_itself_is_asked_once_and_one_after_the_other(bool signedIn)
    {
        var asked = new Asked();
        await using var host = await StartAsync([Tells.Region, Tells.Age, Tells.Restricted, Tells.External], asked, readsUser: true);
        var browser = host.Browser();
        if (signedIn)
        {
            SignIn(browser);
        }

        await browser.GetStringAsync("/minimal");

        Assert.Equal([Tells.Region, Tells.Age, Tells.Restricted, Tells.External], asked.Of);
        Assert.Equal(1, asked.MostAtOnce);
    }

    [Theory]
    [InlineData(Tells.Region)]
    [InlineData(Tells.Age)]
    [InlineData(Tells.Restricted)]
    [InlineData(Tells.External)]
    public async Task What_reads_the_user_and_never_answers_is_waited_for_within_one_limit(Tells tells)
    {
        var (asked, clock) = (new Asked { Wait = () => new TaskCompletionSource().Task }, new WatchedClock());
        await using var host = await StartAsync([tells], asked, readsUser: true, clock: clock);
        using var failures = Failures(host);

        var answering = host.Browser().GetStringAsync("/minimal");
        await Task.WhenAny(clock.IsWaitedFor.Task, answering);
        clock.Advance(new ConsentServerOptions().SourceTimeout);

        Assert.Contains($"|{None}|", await answering, StringComparison.Ordinal);
        Assert.Equal([tells], asked.Of);
        Assert.Equal([$"{tells.ToString().ToLowerInvariant()} timeout"], failures.GetMeasurementSnapshot().Select(Text));
    }

    [Fact]
    public async Task Who_gets_a_claim_without_being_signed_in_is_another_visitor()
    {
        var asked = new Asked();
        await using var host = await StartAsync([Tells.Region], asked, use: app => app.Use(async (context, next) =>
        {
            await context.GetConsentAsync();
            context.User.AddIdentity(new([new("country", "DE")]));
            await next(context);
        }));

        await host.Browser().GetStringAsync("/minimal");

        Assert.Equal(2, asked.Of.Count);
    }

    private static Task<Host> StartAsync(Tells tells, Asked asked) => StartAsync([tells], asked);

    private static Task<Host> StartAsync(Tells[] tells, Asked asked, bool readsUser = false, Action<WebApplication>? use = null, TimeProvider? clock = null) => Host.StartAsync(
        options =>
        {
            options.Age = tells.Contains(Tells.Age) ? (context, _) => asked.AnswerAsync(context, Tells.Age, AgeSignal.Adult) : null;
            options.Restricted = tells.Contains(Tells.Restricted) ? (context, _) => asked.AnswerAsync(context, Tells.Restricted, false) : null;
        },
        app =>
        {
            app.UseAntiforgery();
            app.Use((context, next) =>
            {
                if (context.Request.Headers["X-User"] is [{ } user])
                {
                    context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
                }

                return next(context);
            });
            use?.Invoke(app);
            app.MapRazorComponents<CachedApp>();
            app.MapGet("/minimal", (HttpContext context) =>
                context.User.Identity!.IsAuthenticated + $"|{string.Join(' ', context.GetConsent().Granted)}|");
        },
        services =>
        {
            services.AddSingleton(asked);
            asked.ReadsUser = readsUser;
            if (tells.Contains(Tells.Region))
            {
                services.AddConsent().AddRegionResolver((context, _) => asked.AnswerAsync<string?>(context, Tells.Region, "DE"));
            }

            if (tells.Contains(Tells.External))
            {
                services.AddConsent().AddExternalConsentSource<Source>();
            }
        },
        clock);

    private sealed class Asked
    {
        private int _atOnce;

        public ConcurrentQueue<Tells> Of { get; } = [];

        public int MostAtOnce { get; private set; }

        public bool ReadsUser { get; set; }

        public Func<Task> Wait { get; set; } = async () => await Task.Yield();

        public async ValueTask<T> AnswerAsync<T>(HttpContext context, Tells what, T answer)
        {
            Of.Enqueue(what);
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            if (ReadsUser)
            {
                _ = context.User;
            }

            await Wait();
            Interlocked.Decrement(ref _atOnce);
            return answer;
        }
    }

    private sealed class Source(Asked asked) : IExternalConsentSource
    {
        public ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken) =>
            asked.AnswerAsync<ExternalConsent?>(context, Tells.External, null);

        public ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken) => default;
    }
}
