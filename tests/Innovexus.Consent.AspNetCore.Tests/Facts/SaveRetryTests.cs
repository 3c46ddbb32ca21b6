using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What a store could not take is tried again, where the site says so.</summary>
public class SaveRetryTests
{
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

    // Tells of each pause between two attempts once somebody waits for it, so that the clock moves at no other time.
    private sealed class Pauses() : FakeTimeProvider(Host.Clock().GetUtcNow())
    {
        private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

        public ValueTask<TimeSpan> NextAsync() => _pauses.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime != new ConsentServerOptions().SourceTimeout)
            {
                _pauses.Writer.TryWrite(dueTime);
            }

            return timer;
        }
    }
}
