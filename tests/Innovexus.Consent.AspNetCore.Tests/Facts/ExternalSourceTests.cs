using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A visitor with an account, whose decision is kept on the site too, by a store that answers when it does.</summary>
public class ExternalSourceTests
{
    private const string All = "necessary consent analytics stats marketing ads";
    private const string None = "necessary consent";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_newer_decision_counts_be_it_a_grant_or_a_refusal_and_travels_to_the_other_browser(bool granted)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock);
        var (phone, desk) = (SignedIn(host), SignedIn(host));
        await phone.PostAsync("/_ic/decision", Form(granted ? "reject-all" : "accept-all"));
        Assert.Equal(granted ? None : All, await desk.GetStringAsync("/state"));

        clock.Advance(TimeSpan.FromDays(1));
        await desk.PostAsync("/_ic/decision", Form(granted ? "accept-all" : "reject-all"));

        // The phone's own cookie says otherwise, and is older.
        var answer = await phone.GetAsync("/state");
        Assert.Equal(granted ? All : None, await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal(granted ? All : None, await SignedIn(host).GetStringAsync("/state"));
        // A withdrawal of one thing leaves the rest.
        clock.Advance(TimeSpan.FromDays(1));
        await phone.PostAsync("/_ic/decision", Form("change", ("refuse", "ads")));
        Assert.Equal(granted ? All[..^4] : None, await desk.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Another_rule_is_the_sites_choice()
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(options => options.Rules.ExternalPrecedence = ConsentPrecedence.RefusalFirst, clock: clock);
        var browser = host.Browser(new CookieContainer());
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromDays(1));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(All, await browser.GetStringAsync("/state"));

        SignIn(browser);
        Assert.Equal(None, await browser.GetStringAsync("/state"));
        // Where the visitor says so again, knowing who is asked, it counts for both.
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(All, await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Everything_in_an_endpoint_knows_what_a_store_answers_later()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.MapGet("/guarded", () => "behind the guard").RequireConsent("analytics");
        });
        Keep(host, ConsentChoice.Only("analytics"), Host.Clock().GetUtcNow().AddDays(-1));
        var anna = SignedIn(host);

        Assert.Equal("behind the guard", await anna.GetStringAsync("/guarded"));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser().GetAsync("/guarded")).StatusCode);
        Assert.Contains("\"granted\":[\"necessary\",\"consent\",\"analytics\",\"stats\"]", await anna.GetStringAsync("/page"), StringComparison.Ordinal);
        Assert.Contains("\"stats\":\"External\"", await anna.GetStringAsync("/_ic/state"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", await anna.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_before_the_store_was_asked_is_told_that_nothing_is_granted_and_how_to_ask()
    {
        await using var host = await StartAsync(
            use: app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    context.Response.Headers["X-Hasty"] = string.Join(' ', context.GetConsent().Granted);
                    return next(context);
                });
                app.Use(async (context, next) =>
                {
                    context.Response.Headers["X-Patient"] = string.Join(' ', (await context.GetConsentAsync()).Granted);
                    await next(context);
                });
            },
            services: services => services.AddFakeLogging());
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await browser.GetAsync("/state");

        Assert.Equal((None, All, All), (Header("X-Hasty"), Header("X-Patient"), await answer.Content.ReadAsStringAsync()));
        // It may have been said to anybody.
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Contains("call await context.GetConsentAsync()", Assert.Single(Logged(host, nameof(ConsentDiagnostics))).Message, StringComparison.Ordinal);

        string Header(string name) => answer.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task Signing_in_between_asks_about_who_is_there_now()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                var user = context.User;
                context.User = new ClaimsPrincipal();
                await context.GetConsentAsync();
                context.User = user;
                await next(context);
            });
        });
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow());
        var browser = host.Browser(new CookieContainer());
        SignIn(browser);

        Assert.Equal(None, await browser.GetStringAsync("/state"));
        Assert.Equal(["", "anna"], Accounts.Of(host).Asked.TakeLast(2));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/shop", "")]
    [InlineData("", "https")]
    public async Task What_the_account_refuses_stays_refused_when_the_address_becomes_known_later(string pathBase, string scheme)
    {
        await using var host = await StartAsync(use: app =>
        {
            app.Use(async (context, next) =>
            {
                await context.GetConsentAsync();
                await next(context);
            });
            app.UsePathBase(pathBase);
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
            app.UseRouting();
        });
        var browser = host.Browser(new CookieContainer());
        if (scheme.Length > 0)
        {
            browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        }

        var decided = await browser.PostAsync($"{pathBase}/_ic/decision", Form("accept-all"));
        // The names differ with the address, so that the cookie is sent whatever the scheme of the test's own address is.
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", decided.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        Assert.Equal(All, await browser.GetStringAsync($"{pathBase}/state"));
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow().AddDays(1));
        SignIn(browser);

        Assert.Equal(None, await browser.GetStringAsync($"{pathBase}/state"));
    }

    [Theory]
    [InlineData("refuse", "ads", "accept-all")]
    [InlineData("refuse", "ads", "reject-all")]
    [InlineData("allow", "ads", "reject-all")]
    public async Task A_change_while_the_account_cannot_be_read_does_not_replace_its_refusal(string verb, string id, string before)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(
            options => options.Rules.SetModel("US", "analytics", ConsentModel.NoticeOnly),
            app => app.MapPost("/change", async (IConsentService consent) => string.Join(' ', (await consent.DecideAsync(ConsentChoice.Change(id, verb == "allow"))).Granted)),
            all => all.AddConsent().AddRegionResolver(_ => "US"),
            clock);
        using var failures = Failures(host);
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form(before));
        clock.Advance(TimeSpan.FromDays(1));
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        var kept = Accounts.Of(host).Texts["anna"];
        clock.Advance(TimeSpan.FromDays(1));
        SignIn(browser);
        Accounts.Of(host).FailsToRead = true;

        var answer = await (await browser.PostAsync("/change", null)).Content.ReadAsStringAsync();
        Accounts.Of(host).FailsToRead = false;

        var asked = verb == "allow" ? $"{None} {id}" : None;
        Assert.Equal((asked, kept), (answer, Accounts.Of(host).Texts["anna"]));
        Assert.Equal(asked, await browser.GetStringAsync("/state"));
        Assert.Equal(None, await SignedIn(host).GetStringAsync("/state"));
        Assert.Equal("external lost", Text(failures.GetMeasurementSnapshot()[^1]));
    }

    [Fact]
    public async Task The_source_has_a_scope_of_its_own()
    {
        await using var host = await StartAsync(
            use: app => app.MapGet("/scope", (IExternalConsentSource own, Accounts accounts) => $"{accounts.Readers.Count} {accounts.Readers.Contains(own)}"));

        Assert.Equal("1 False", await SignedIn(host).GetStringAsync("/scope"));
    }

    [Fact]
    public async Task A_choice_that_was_given_up_while_the_source_was_asked_is_not_kept()
    {
        using var leaves = new CancellationTokenSource();
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                if (context.Request.Path == "/leaves")
                {
                    Accounts.Of(context.RequestServices).OnRead = leaves.Cancel;
                    await Assert.ThrowsAsync<OperationCanceledException>(
                        () => context.RequestServices.GetRequiredService<IConsentService>().DecideAsync(ConsentChoice.AcceptAll, leaves.Token));
                    return;
                }

                await next(context);
            });
        });
        var browser = SignedIn(host);

        Assert.False((await browser.GetAsync("/leaves")).Headers.Contains("Set-Cookie"));
        Assert.Equal(None, await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Who_decides_before_the_store_was_asked_is_not_told_to_wait()
    {
        await using var host = await StartAsync(
            use: app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    var framework = context.Features.Get<ITrackingConsentFeature>()!;
                    framework.CreateConsentCookie();
                    framework.WithdrawConsent();
                    return next(context);
                });
            },
            services: services => services.AddFakeLogging());

        Assert.Equal(None, await SignedIn(host).GetStringAsync("/state"));
        Assert.Empty(Logged(host, nameof(ConsentDiagnostics)));
    }

    [Theory]
    [InlineData(ContentSecurityMode.Off)]
    [InlineData(ContentSecurityMode.Enforce)]
    public async Task Static_assets_ask_nobody(ContentSecurityMode mode)
    {
        await using var host = await StartAsync(options => options.ContentSecurity = mode, app => app
            .MapGet("/asset.js", () => "asset")
            .WithMetadata(new StaticAssetDescriptor { AssetPath = "asset.js", Route = "asset.js", Properties = [], ResponseHeaders = [], Selectors = [] }));

        Assert.Equal("asset", await SignedIn(host).GetStringAsync("/asset.js"));
        Assert.Empty(Accounts.Of(host).Asked);
    }

    [Fact]
    public async Task Output_cache_keeps_an_accounts_visitor_apart()
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).CacheOutput();
        });
        Keep(host, ConsentChoice.AcceptAll, Host.Clock().GetUtcNow());

        Assert.Equal(None, await host.Browser().GetStringAsync("/cached"));
        Assert.Equal(All, await SignedIn(host).GetStringAsync("/cached"));
        Assert.Equal(None, await host.Browser().GetStringAsync("/cached"));
    }

    [Theory]
    [InlineData(false, "accept-all")]
    [InlineData(false, "reject-all")]
    [InlineData(true, "reject-all")]
    public async Task A_decision_stands_whatever_the_store_does(bool hangs, string action)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(
            use: app => app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("An error."))), services: services => services.AddFakeLogging(), clock: clock);
        using var failures = Failures(host);
        var browser = SignedIn(host);
        var accounts = Accounts.Of(host);
        (accounts.FailsToSave, accounts.HangsToSave) = (!hangs, hangs);

        var answering = browser.PostAsync("/_ic/decision", Form(action));
        if (hangs)
        {
            await accounts.SaveBegan.Task;
            clock.Advance(TimeSpan.FromSeconds(4));
        }

        var answer = await answering;
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_consent=v1", StringComparison.Ordinal));
        Assert.Equal(action == "accept-all" ? All : None, await browser.GetStringAsync("/state"));
        Assert.Equal([$"external {(hangs ? "timeout" : "failed")}"], failures.GetMeasurementSnapshot().Select(Text));
        var logged = Assert.Single(Logged(host, nameof(SourceFailures)));
        Assert.DoesNotContain("anna@example.com", logged.Message, StringComparison.Ordinal);
        Assert.Null(logged.Exception);
    }

    [Fact]
    public async Task What_the_store_could_not_take_is_tried_again_where_the_site_says_so()
    {
        var clock = new Pauses();
        await using var host = await StartAsync(options => options.ExternalSaveRetries = 3, clock: clock, services: services => services.AddFakeLogging());
        using var failures = Failures(host);
        var accounts = Accounts.Of(host);
        accounts.FailsToSave = true;
        await SignedIn(host).PostAsync("/_ic/decision", Form("reject-all"));
        clock.Advance(await clock.NextAsync());
        var pause = await clock.NextAsync();

        accounts.FailsToSave = false;
        clock.Advance(pause);

        await accounts.Kept.Task;
        Assert.Equal(None, await SignedIn(host).GetStringAsync("/state"));
        Assert.Equal(["external failed", "external failed"], failures.GetMeasurementSnapshot().Select(Text));
        Assert.Equal(3, accounts.Scopes.Distinct().Count());
    }

    [Fact]
    public async Task Attempts_end_and_what_is_lost_is_counted()
    {
        var clock = new Pauses();
        await using var host = await StartAsync(options => options.ExternalSaveRetries = 2, clock: clock);
        using var failures = Failures(host);
        var accounts = Accounts.Of(host);
        accounts.FailsToSave = true;
        await SignedIn(host).PostAsync("/_ic/decision", Form("reject-all"));

        clock.Advance(await clock.NextAsync());
        clock.Advance(await clock.NextAsync());

        await failures.WaitForMeasurementsAsync(4, TestContext.Current.CancellationToken);
        Assert.Equal(["external failed", "external failed", "external failed", "external lost"], failures.GetMeasurementSnapshot().Select(Text));
    }

    [Fact]
    public async Task A_server_that_stops_tries_once_more_at_once()
    {
        await using var host = await StartAsync(options => options.ExternalSaveRetries = 10);
        var accounts = Accounts.Of(host);
        accounts.FailsToSave = true;
        await SignedIn(host).PostAsync("/_ic/decision", Form("reject-all"));
        accounts.FailsToSave = false;

        await host.Services.GetServices<IHostedService>().OfType<ExternalSource>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.True(accounts.Kept.Task.IsCompleted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_cannot_be_read_leaves_the_browsers_decision_alone(bool hangs)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock, services: services => services.AddFakeLogging());
        using var failures = Failures(host);
        var accounts = Accounts.Of(host);
        foreach (var (action, expected) in new[] { ("accept-all", All), ("reject-all", None) })
        {
            var browser = SignedIn(host);
            await browser.PostAsync("/_ic/decision", Form(action));
            (accounts.FailsToRead, accounts.HangsToRead) = (!hangs, hangs);

            var answering = browser.GetAsync("/state");
            if (hangs)
            {
                await accounts.ReadBegan.Task;
                clock.Advance(TimeSpan.FromSeconds(4));
            }

            var answer = await answering;
            Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            Assert.True(answer.Headers.CacheControl!.Private);
            (accounts.FailsToRead, accounts.HangsToRead, accounts.ReadBegan) = (false, false, new());
        }

        Assert.Equal(Enumerable.Repeat($"external {(hangs ? "timeout" : "failed")}", 2), failures.GetMeasurementSnapshot().Select(Text));
        // One a minute is enough of a log.
        Assert.Single(Logged(host, nameof(SourceFailures)));
    }

    [Fact]
    public async Task What_fails_after_a_decision_takes_it_from_nobody()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("An error.")));
            app.MapPost("/quiet", async (IConsentService consent) =>
            {
                await consent.DecideAsync(ConsentChoice.RejectAll);
                throw new InvalidOperationException("The site's own mistake.");
            });
        });
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await browser.PostAsync("/quiet", null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(None, await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task The_frameworks_own_consent_is_saved_without_waiting_in_it()
    {
        await using var host = await StartAsync(use: app => app.MapPost("/framework", (HttpContext context) => context.Features.Get<ITrackingConsentFeature>()!.GrantConsent()));
        Keep(host, ConsentChoice.RejectAll, Host.Clock().GetUtcNow().AddDays(-1));
        var browser = SignedIn(host);

        await browser.PostAsync("/framework", null);

        Assert.Equal(All, await browser.GetStringAsync("/state"));
        Assert.Equal(All, await SignedIn(host).GetStringAsync("/state"));
    }

    [Fact]
    public async Task What_is_decided_in_front_of_the_authentication_is_saved_for_who_is_signed_in_after_it()
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.Use((context, next) =>
                {
                    context.Features.Get<ITrackingConsentFeature>()!.WithdrawConsent();
                    return next(context);
                });
                app.Use((context, next) =>
                {
                    context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "anna")], "test"));
                    return next(context);
                });
            },
            services: all => all.AddConsent().AddExternalConsentSource<Account>().Services.AddSingleton<Accounts>());
        Keep(host, ConsentChoice.AcceptAll, Host.Clock().GetUtcNow().AddDays(-1));

        await host.Browser().GetAsync("/state");

        Assert.True(ExternalConsent.TryParse(Accounts.Of(host).Texts["anna"], out var kept));
        Assert.DoesNotContain(true, kept.Choices.Values);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_accounts_objection_as_a_whole_outlasts_a_refusal_made_while_it_is_not_known(bool asked)
    {
        await using var host = await StartAsync(use: app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                if (asked)
                {
                    await context.GetConsentAsync();
                }

                context.Features.Get<ITrackingConsentFeature>()!.WithdrawConsent();
                await next(context);
            });
        });
        Keep(host, ConsentChoice.OptOut, Host.Clock().GetUtcNow().AddDays(-1));
        var accounts = Accounts.Of(host);
        accounts.FailsToRead = true;

        await SignedIn(host).GetAsync("/state");

        Assert.True(ExternalConsent.TryParse(accounts.Texts["anna"], out var kept));
        Assert.Equal((OptOuts.Sale | OptOuts.Sensitive, Host.Clock().GetUtcNow()), (kept.Decision.OptOuts, kept.DecidedAt));
    }

    [Theory]
    [InlineData(1, ConsentTexts.AccountReplaced)]
    [InlineData(-1, ConsentTexts.AccountOverruled)]
    public async Task A_contradiction_is_told_on_one_page_after_signing_in(int days, string words)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(clock: clock);
        var browser = host.Browser(new CookieContainer());
        clock.Advance(TimeSpan.FromDays(2));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow().AddDays(days));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        SignIn(browser);
        browser.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch;prerender");
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Remove("Sec-Purpose");
        var told = await browser.GetAsync("/page");
        Assert.Contains(Encoded(words), await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Twelve bits, which find nobody.
        Assert.Matches("^ic_account[^=]*=[0-9A-F]{3};", told.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("ic_account", StringComparison.Ordinal)));
        Assert.DoesNotContain(Encoded(words), await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        // Decided anew on another device.
        Keep(host, ConsentChoice.RejectAll, clock.GetUtcNow());
        Assert.Contains(Encoded(ConsentTexts.AccountReplaced), await browser.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Banner_and_preferences_say_that_a_choice_counts_for_the_account(bool follows)
    {
        await using var host = await StartAsync(options => options.ChoicesFollowAccount = follows);
        await using var without = await Host.StartAsync();

        foreach (var path in new[] { "/page", "/_ic/preferences" })
        {
            Assert.Equal(follows, (await host.Browser().GetStringAsync(path)).Contains(ConsentTexts.FollowsAccount, StringComparison.Ordinal));
            Assert.DoesNotContain(ConsentTexts.FollowsAccount, await without.Browser().GetStringAsync(path), StringComparison.Ordinal);
        }

        // Declared where it is used.
        Assert.Contains(host.Services.GetRequiredService<ConsentRegistry>().Vendors.SelectMany(vendor => vendor.Cookies), cookie => cookie.Name == $"{AccountConflict.Cookie}*");
    }

    private static Task<Host> StartAsync(
        Action<ConsentServerOptions>? configure = null, Action<WebApplication>? use = null, Action<IServiceCollection>? services = null, FakeTimeProvider? clock = null) => Host.StartAsync(
            configure,
            app =>
            {
                // As authentication does, after routing where the host places that first.
                app.Use((context, next) =>
                {
                    if (context.Request.Headers["X-User"] is [{ } user])
                    {
                        context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
                    }

                    return next(context);
                });
                use?.Invoke(app);
            },
            all =>
            {
                all.AddConsent().AddExternalConsentSource<Account>().Services.AddSingleton<Accounts>();
                services?.Invoke(all);
            },
            clock);

    private static HttpClient SignedIn(Host host)
    {
        var browser = host.Browser(new CookieContainer());
        SignIn(browser);
        return browser;
    }

    private static void SignIn(HttpClient browser) => browser.DefaultRequestHeaders.Add("X-User", "anna");

    private static void Keep(Host host, ConsentChoice choice, DateTimeOffset at) =>
        Accounts.Of(host).Texts["anna"] = ExternalConsent.Of(ChoiceResolver.Decide(new(host.Services.GetRequiredService<ConsentRegistry>(), new(), ConsentFacts.Unknown, null, at), choice), signalled: false).ToString();

    // The retry waits by the clock, and begins to at some moment.
    private static MetricCollector<long> Failures(Host host) =>
        new(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.source.failures");

    private static string Text(CollectedMeasurement<long> measurement) => $"{measurement.Tags["consent.source"]} {measurement.Tags["consent.outcome"]}";

    private static IEnumerable<Microsoft.Extensions.Logging.Testing.FakeLogRecord> Logged(Host host, string category) =>
        host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(category, StringComparison.Ordinal));

    private static string Encoded(string words) => System.Text.Encodings.Web.HtmlEncoder.Default.Encode(words);

    // Tells of each pause between two attempts once somebody waits for it, so that the clock moves at no other time.
    private sealed class Pauses() : FakeTimeProvider(Host.Clock().GetUtcNow())
    {
        private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

        public ValueTask<TimeSpan> NextAsync() => _pauses.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime != new ConsentServerOptions().ExternalTimeout)
            {
                _pauses.Writer.TryWrite(dueTime);
            }

            return timer;
        }
    }

    private sealed class Accounts
    {
        public static Accounts Of(Host host) => Of(host.Services);

        public static Accounts Of(IServiceProvider services) => services.GetRequiredService<Accounts>();

        public ConcurrentDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

        public ConcurrentQueue<string> Asked { get; } = [];

        public ConcurrentQueue<Account> Scopes { get; } = [];

        public ConcurrentQueue<IExternalConsentSource> Readers { get; } = [];

        public Action OnRead { get; set; } = () => { };

        public volatile bool FailsToSave;
        public volatile bool HangsToSave;
        public volatile bool FailsToRead;
        public volatile bool HangsToRead;

        public TaskCompletionSource SaveBegan { get; } = new();

        public TaskCompletionSource ReadBegan { get; set; } = new();

        public TaskCompletionSource Kept { get; } = new();
    }

    private sealed class Account(Accounts accounts) : IExternalConsentSource
    {
        public async ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken)
        {
            var id = context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
            accounts.Asked.Enqueue(id);
            accounts.Readers.Enqueue(this);
            accounts.OnRead();
            await Task.Yield();
            if (accounts.FailsToRead)
            {
                throw new InvalidOperationException("anna@example.com");
            }

            if (accounts.HangsToRead)
            {
                accounts.ReadBegan.TrySetResult();
                // One that does not stop when it is told to.
                await new TaskCompletionSource().Task;
            }

            return ExternalConsent.TryParse(accounts.Texts.GetValueOrDefault(id), out var consent) ? consent : null;
        }

        public async ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken)
        {
            accounts.Scopes.Enqueue(this);
            await Task.Yield();
            if (accounts.FailsToSave)
            {
                throw new InvalidOperationException("anna@example.com");
            }

            if (accounts.HangsToSave)
            {
                accounts.SaveBegan.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            if (save.User.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id)
            {
                accounts.Texts[id] = save.Consent.ToString();
                accounts.Kept.TrySetResult();
            }
        }
    }
}
