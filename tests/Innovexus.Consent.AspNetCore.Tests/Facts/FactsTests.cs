using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What is known of a visitor unasked, and how long it holds against choices.</summary>
public class FactsTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("true", false)]
    [InlineData("1;x", false)]
    [InlineData("11", false)]
    [InlineData("0|1", true)]
    [InlineData("1|1", true)]
    public async Task Signal_is_exactly_one_in_any_of_its_headers(string values, bool locks)
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser(new CookieContainer());
        foreach (var value in values.Split('|'))
        {
            browser.DefaultRequestHeaders.Add("Sec-GPC", value);
        }

        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal(!locks, (await browser.GetStringAsync("/state")).Contains("ads", StringComparison.Ordinal));
        Assert.Contains("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Do_not_track_counts_where_the_site_wants_it_to(bool honored)
    {
        await using var host = await Host.StartAsync(options => options.Rules.HonorDoNotTrack = honored);
        var browser = host.Browser(new CookieContainer());
        browser.DefaultRequestHeaders.Add("DNT", "1");
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        var answer = await browser.GetAsync("/state");

        Assert.Equal(!honored, (await answer.Content.ReadAsStringAsync()).Contains("ads", StringComparison.Ordinal));
        Assert.Equal(honored, answer.Headers.Vary.Contains("DNT"));
    }

    [Fact]
    public async Task Statement_about_the_signal_is_served_with_its_date_and_not_without()
    {
        await using var host = await Host.StartAsync(options => options.GlobalPrivacyControlStatement = new(2026, 1, 31));
        var answer = await host.Browser().GetAsync("/.well-known/gpc.json");

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"gpc":true,"lastUpdate":"2026-01-31"}""", await answer.Content.ReadAsStringAsync());
        await using var silent = await Host.StartAsync(use: app => app.MapGet("/.well-known/gpc.json", () => "the site's own"));
        Assert.Equal("the site's own", await silent.Browser().GetStringAsync("/.well-known/gpc.json"));
    }

    [Fact]
    public async Task The_date_of_the_statement_is_in_nobodys_own_calendar()
    {
        await using var host = await Host.StartAsync(
            options => options.GlobalPrivacyControlStatement = new(2026, 1, 31),
            app => app.Use((context, next) =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
                return next(context);
            }));

        Assert.Contains("\"2026-01-31\"", await host.Browser().GetStringAsync("/.well-known/gpc.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_of_today_is_not_of_the_future_anywhere()
    {
        await using var host = await Host.StartAsync(after: services => services.Configure<ConsentServerOptions>(options =>
        {
            options.Strict = true;
            options.GlobalPrivacyControlStatement = new(2026, 11, 25);
            options.Registry.Vendors["ads"].PolicyUrl = "https://ads.example/privacy";
            options.Registry.Vendors["ads"].AddCookie("_ads", "Tests");
        }));

        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/state")).StatusCode);
    }

    [Fact]
    public void A_second_source_of_decisions_is_refused_since_nobody_would_ask_it()
    {
        var consent = new ServiceCollection().AddConsent().AddExternalConsentSource<Account>();

        consent.AddExternalConsentSource<Account>();
        Assert.Single(consent.Services, service => service.ServiceType == typeof(IExternalConsentSource));
        var exception = Assert.Throws<InvalidOperationException>(() => consent.AddExternalConsentSource<OtherAccount>());
        Assert.Contains("A source of decisions is already registered (Account)", exception.Message, StringComparison.Ordinal);
    }

    private sealed class OtherAccount : IExternalConsentSource
    {
        public ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken) => new((ExternalConsent?)null);

        public ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_gets_past_the_lock_of_a_childs_age_or_a_restriction()
    {
        await using var host = await Host.StartAsync(options =>
        {
            options.Age = (context, _) => new(context.Request.Query.ContainsKey("child") ? AgeSignal.Under13 : AgeSignal.Unknown);
            options.Restricted = (context, _) => new(context.Request.Query.ContainsKey("restricted"));
        });
        foreach (var query in new[] { "?child", "?restricted" })
        {
            var browser = host.Browser(new CookieContainer());
            foreach (var form in new[] { Form("accept-all"), Form("change", ("grant", "ads")), Form("save", ("category", "analytics"), ("vendor", "stats")) })
            {
                var answer = await browser.PostAsync($"/_ic/decision{query}", form);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            }

            Assert.Equal("necessary consent", await browser.GetStringAsync($"/state{query}"));
            var page = await browser.GetAsync($"/page{query}");
            Assert.DoesNotContain("data-ic-banner", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(page.Headers.CacheControl!.Private);
            // What was locked was stored as refused.
            Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
        }
    }

    [Fact]
    public async Task Decisions_from_elsewhere_count_until_the_visitor_decides_here_and_are_told_of_it()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent().AddExternalConsentSource<Account>().Services.AddSingleton<Accounts>());
        var browser = host.Browser(new CookieContainer());
        var answer = await browser.GetAsync("/state");
        Assert.Equal("necessary consent analytics stats", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.Private);

        await browser.PostAsync("/_ic/decision", Form("reject-all"));

        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
        Assert.Equal(["necessary consent"], host.Services.GetRequiredService<Accounts>().Saved);
    }

    [Theory]
    [InlineData("age")]
    [InlineData("restricted")]
    public async Task Who_cannot_be_asked_about_may_be_a_child_or_have_restricted_everything(string what)
    {
        var works = true;
        T Answer<T>(T answer) => works ? answer : throw new InvalidOperationException("Anna, born 2015");
        await using var host = await Host.StartAsync(
            options =>
            {
                if (what == "age")
                {
                    options.Age = (_, _) => new(Answer(AgeSignal.Adult));
                }
                else
                {
                    options.Restricted = (_, _) => new(Answer(false));
                }
            },
            services: services => services.AddFakeLogging());
        using var failures = new MetricCollector<long>(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.source.failures");
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        works = false;
        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
        works = true;

        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.Equal([what, what], failures.GetMeasurementSnapshot().Select(measurement => (string)measurement.Tags["consent.source"]!));
        var logged = host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(nameof(SourceFailures), StringComparison.Ordinal)).ToArray();
        Assert.Equal([LogLevel.Error], logged.Select(entry => entry.Level));
        Assert.DoesNotContain("Anna", logged[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_break_a_rule_are_logged_with_its_id_and_stop_the_start_of_the_strict()
    {
        void Configure(ConsentServerOptions options)
        {
            options.Lifetime = TimeSpan.FromDays(30);
            options.Rules.SetModel("DE", "analytics", ConsentModel.OptOut).SetModel("US", "marketing", ConsentModel.Exempt).SetModel("GB", "analytics", ConsentModel.ExemptWithObjection);
            options.GlobalPrivacyControlStatement = new(2030, 1, 1);
            options.Registry.DeclareVendor("payments", "necessary", vendor => (vendor.Name, vendor.Purpose, vendor.PolicyUrl) = ("Payments", "Tests", "https://payments.example/privacy"));
            options.Registry.Vendors["payments"].AddCookie("_pay", "Tests", TimeSpan.FromDays(1));
        }

        await using var host = await Host.StartAsync(Configure, services: services => services.AddFakeLogging());
        var findings = host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Category!.EndsWith(nameof(StartupReview), StringComparison.Ordinal)).Select(entry => entry.Message).ToArray();
        string[] expected = ["L4: Rules: analytics is OptOut in DE", "L10: Lifetime", "L12: Vendors:ads: no cookies or stores are declared", "L12: Vendors:ads: it has no PolicyUrl", "L16: GlobalPrivacyControlStatement", "L16: Vendors:payments", "L16: Rules: marketing is Exempt in US, so no opt-out turns ads off", "L18: Rules: marketing is Exempt in US"];
        Assert.Equal(expected.Length, findings.Length);
        Assert.All(expected, text => Assert.Contains(findings, finding => finding.Contains(text, StringComparison.Ordinal)));

        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(options =>
        {
            Configure(options);
            options.Strict = true;
        }));
        Assert.Equal(expected.Length, exception.Problems.Count);
    }

    private sealed class Accounts
    {
        public List<string> Saved { get; } = [];
    }

    private sealed class Account(Accounts accounts) : IExternalConsentSource
    {
        public ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken) => new(new ExternalConsent(
            Host.Clock().GetUtcNow().AddDays(-1), new Dictionary<string, bool>(StringComparer.Ordinal) { ["analytics"] = true, ["ads"] = false, ["nobody"] = true }));

        public ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken)
        {
            accounts.Saved.Add(string.Join(' ', save.State.Granted));
            return ValueTask.CompletedTask;
        }
    }
}
