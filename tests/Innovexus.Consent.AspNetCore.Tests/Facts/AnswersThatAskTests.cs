using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the host is asked about a visitor, and asks for the visitor's consent itself.</summary>
public class AnswersThatAskTests
{
    public enum From
    {
        Region,
        RegionLater,
        Age,
        Restricted,
        External,
    }

    public enum By
    {
        GetConsent,
        Service,
        GetConsentAsync,
        HttpClient,
        GrantConsent,
    }

    public static TheoryData<From, By, bool> Each =>
    [
        .. from source in Enum.GetValues<From>()
           from way in new[] { By.GetConsent, By.Service, By.GetConsentAsync, By.HttpClient }
           from later in new[] { false, true }
           where source != From.Region || (!later && way is By.GetConsent or By.Service)
           select (source, way, later),
    ];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task Is_told_at_once_that_nothing_is_granted_and_its_answer_counts(From source, By by, bool later)
    {
        var asker = new Asker(by, later);
        await using var host = await StartAsync(source, asker);
        using var failures = Failures(host);
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal(All, await browser.GetStringAsync("/state"));

        Assert.Equal([None, None], asker.Told);
        Assert.Empty(failures.GetMeasurementSnapshot());
        var logged = Assert.Single(Logged(host, nameof(ConsentDiagnostics)));
        Assert.Contains($"The source '{(source == From.RegionLater ? From.Region : source).ToString().ToLowerInvariant()}'", logged.Message, StringComparison.Ordinal);
        Assert.Contains("Take out of it", logged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_signed_in_by_what_answers_is_asked_about_afterwards(bool later)
    {
        var asker = new Asker(By.GetConsentAsync, later) { Before = context => context.User = new(new System.Security.Claims.ClaimsIdentity([new("name", "anna")], "test")) };
        await using var host = await StartAsync(From.Restricted, asker);

        Assert.Equal(None, await host.Browser().GetStringAsync("/state"));
        Assert.All(asker.Told, told => Assert.Equal(None, told));
    }

    [Theory]
    [InlineData(From.Region)]
    [InlineData(From.Restricted)]
    [InlineData(From.External)]
    public async Task A_decision_in_an_answer_ends_too(From source)
    {
        await using var host = await StartAsync(source, new(By.GrantConsent, later: false));

        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/state")).StatusCode);
    }

    private static Task<Host> StartAsync(From source, Asker asker) => Host.StartAsync(
        options =>
        {
            options.Age = source == From.Age ? (context, _) => asker.AnswerAsync(context, AgeSignal.Adult) : null;
            options.Restricted = source == From.Restricted ? (context, _) => asker.AnswerAsync(context, false) : null;
        },
        services: services =>
        {
            services.AddSingleton(asker).AddFakeLogging();
            services.AddHttpClient("stats").RequireConsent("stats").ConfigurePrimaryHttpMessageHandler(() => new Unreachable());
            if (source == From.Region)
            {
                services.AddConsent().AddRegionResolver(context =>
                {
                    asker.Ask(context);
                    return "DE";
                });
            }
            else if (source == From.RegionLater)
            {
                services.AddConsent().AddRegionResolver((context, _) => asker.AnswerAsync<string?>(context, "DE"));
            }
            else if (source == From.External)
            {
                services.AddConsent().AddExternalConsentSource<Source>();
            }
        });

    private sealed class Asker(By by, bool later)
    {
        public Queue<string> Told { get; } = [];

        public Action<HttpContext> Before { get; set; } = _ => { };

        // In the call itself, as who answers at once does.
        public void Ask(HttpContext context)
        {
            switch (by)
            {
                case By.GetConsent:
                    Tell(context.GetConsent());
                    break;
                case By.Service:
                    Tell(context.RequestServices.GetRequiredService<IConsentService>().State);
                    break;
                default:
                    context.Features.Get<ITrackingConsentFeature>()!.GrantConsent();
                    break;
            }
        }

        public ValueTask<T> AnswerAsync<T>(HttpContext context, T answer)
        {
            if (!later && by is By.GetConsent or By.Service or By.GrantConsent)
            {
                Ask(context);
                return new(answer);
            }

            return LaterAsync(context, answer);
        }

        private async ValueTask<T> LaterAsync<T>(HttpContext context, T answer)
        {
            if (later)
            {
                await Task.Yield();
            }

            Before(context);
            if (by == By.GetConsentAsync)
            {
                Tell(await context.GetConsentAsync());
            }
            else if (by == By.HttpClient)
            {
                using var client = context.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient("stats");
                await Assert.ThrowsAsync<ConsentRequiredException>(() => client.GetAsync("http://stats.example/"));
                Told.Enqueue(None);
            }
            else
            {
                Ask(context);
            }

            return answer;
        }

        private void Tell(ConsentState state) => Told.Enqueue(string.Join(' ', state.Granted));
    }

    private sealed class Source(Asker asker) : IExternalConsentSource
    {
        public ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken) => asker.AnswerAsync<ExternalConsent?>(context, null);

        public ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken) => default;
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new InvalidOperationException("It was called.");
    }
}
