using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

public class SetUpTests
{
    [Fact]
    public async Task An_invalid_registry_stops_start_up()
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(options =>
        {
            options.Controller = null;
            options.PrivacyPolicyPath = "";
        }));

        Assert.Equal(["Consent:Controller:Name", "Consent:PrivacyPolicyPath"], exception.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task Without_MapConsent_the_first_page_names_the_line()
    {
        await using var host = await Host.StartAsync(map: false);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Browser().GetAsync("/page"));

        Assert.Contains("Add app.MapConsent(); to Program.cs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_AddConsent_MapConsent_names_the_line()
    {
        var app = WebApplication.CreateBuilder().Build();

        Assert.Contains("builder.Services.AddConsent", Assert.Throws<InvalidOperationException>(() => app.MapConsent()).Message, StringComparison.Ordinal);
        Assert.Contains("builder.Services.AddConsent", Assert.Throws<InvalidOperationException>(() => new DefaultHttpContext().GetConsent()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_twice_adds_once()
    {
        var services = new ServiceCollection();
        services.AddConsent();
        var count = services.Count;
        services.AddConsent();

        Assert.Equal(count, services.Count);
    }

    [Fact]
    public void A_section_that_is_added_twice_declares_once()
    {
        var section = Section("""
            {
              "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy", "AllowedOrigins": "https://www.example.com",
              "PolicyVersions": { "2026-11": { "Effective": "2026-11-01", "Summary": "We keep less.", "Material": true } },
              "Categories": { "research": { "Name": "Research" } },
              "Vendors": {
                "stats": {
                  "Category": "analytics", "Name": "Stats", "Purpose": "Counts", "Role": "Processor", "Countries": "EE",
                  "Origins": { "Script": "https://stats.example" }, "Cookies": { "_st": { "Purpose": "Counts" } }
                }
              }
            }
            """);
        var services = new ServiceCollection();
        services.AddConsent(section);
        services.AddConsent(section);

        var registry = services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();

        Assert.Equal("We keep less.", Assert.Single(registry.PolicyVersions).Summary);
        var vendor = Assert.Single(registry.Vendors, vendor => vendor.Id == "stats");
        Assert.Equal(["EE"], vendor.Countries);
        Assert.Single(vendor.Cookies);
        Assert.Single(vendor.Origins);
    }

    [Fact]
    public void What_a_later_section_says_of_a_version_of_the_policy_counts_and_the_rest_stays()
    {
        var services = new ServiceCollection();
        services.AddConsent(Section("""
            {
              "Controller": { "Name": "Innovexus" }, "PrivacyPolicyPath": "/privacy",
              "PolicyVersions": { "2026-11": { "Effective": "2026-11-01", "Summary": "We keep less." } }
            }
            """)).AddConfiguration(Section("""{ "PolicyVersions": { "2026-11": { "Material": true }, "2026-12": { "Effective": "2026-12-01", "Summary": "Typos" } } }"""));

        var registry = services.BuildServiceProvider().GetRequiredService<ConsentRegistry>();

        Assert.Equal(
            [
                new() { Id = "2026-11", Effective = new(2026, 11, 1), Summary = "We keep less.", Material = true },
                new PolicyVersion { Id = "2026-12", Effective = new(2026, 12, 1), Summary = "Typos" },
            ],
            registry.PolicyVersions);
    }

    private static IConfigurationSection Section(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Consent": {{json}} }"""))).Build().GetSection("Consent");

    [Fact]
    public void The_hosts_own_clock_is_kept()
    {
        var clock = new FakeTimeProvider();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddConsent();

        Assert.Same(clock, services.BuildServiceProvider().GetRequiredService<TimeProvider>());
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task An_unknown_id_is_logged_in_development_with_the_nearest(string environment, bool logged)
    {
        var log = new Log();
        await using var host = await Host.StartAsync(services: services => services.AddSingleton<ILoggerProvider>(log), environment: environment);

        await host.Browser().GetAsync("/page");

        Assert.Equal(logged, log.Lines.Any(line => line.Contains("'statz'", StringComparison.Ordinal) && line.Contains("Did you mean 'stats'?", StringComparison.Ordinal)));
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
