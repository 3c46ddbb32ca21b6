using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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
