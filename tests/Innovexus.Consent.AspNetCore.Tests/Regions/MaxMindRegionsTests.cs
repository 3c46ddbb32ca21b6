using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Regions from a database of addresses, read by MaxMind's own reader.</summary>
public sealed class MaxMindRegionsTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mmdb");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("192.0.2.7", "US-CA")]
    [InlineData("::ffff:192.0.2.7", "US-CA")]
    [InlineData("198.51.100.1", "DE")]
    [InlineData("203.0.113.1", null)]
    [InlineData("2001:db8::1", null)]
    [InlineData(null, null)]
    public async Task The_address_of_the_connection_tells_the_region(string? address, string? region)
    {
        Write(RegionDatabase.Of(("192.0.2.0/24", "US-CA"), ("198.51.100.0/24", "DE")));
        await using var host = await StartAsync(address);

        var answer = await host.Browser().GetAsync("/region");

        Assert.Equal(region ?? "unknown", await answer.Content.ReadAsStringAsync());
        // A cache cannot see what it depends on.
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task Two_databases_are_asked_one_after_the_other()
    {
        var other = $"{_path}.other";
        try
        {
            Write(RegionDatabase.Of(("192.0.2.0/24", "US-CA")));
            await File.WriteAllBytesAsync(other, RegionDatabase.Of(("198.51.100.0/24", "US-TX")), TestContext.Current.CancellationToken);
            foreach (var (address, region) in new[] { ("192.0.2.7", "US-CA"), ("198.51.100.1", "US-TX") })
            {
                await using var host = await StartAsync(address, after: services => services.AddConsent().AddMaxMindRegions(other));
                Assert.Equal(region, await host.Browser().GetStringAsync("/region"));
            }
        }
        finally
        {
            File.Delete(other);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("this is no database")]
    public async Task Without_a_readable_database_everybody_is_of_an_unknown_region_and_the_strict_do_not_start(string? content)
    {
        if (content is not null)
        {
            Write(System.Text.Encoding.UTF8.GetBytes(content));
        }

        await using var host = await StartAsync("192.0.2.7");
        Assert.Equal("unknown", await host.Browser().GetStringAsync("/region"));
        Assert.Equal("necessary consent", await host.Browser().GetStringAsync("/state"));
        var error = Assert.Single(Errors(host));
        Assert.Contains(_path, error, StringComparison.Ordinal);
        Assert.Contains("Give the path of a MaxMind file", error, StringComparison.Ordinal);
        Assert.Contains("region is unknown", error, StringComparison.Ordinal);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("192.0.2.7", strict: true));
        Assert.Contains(_path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_records_widen_nothing_and_no_log_tells_the_address()
    {
        var database = RegionDatabase.Of(("192.0.2.0/24", "US-CA"));
        var record = database.AsSpan().IndexOf("country"u8);
        // A map of strings turns into one of something else.
        database.AsSpan(record - 2, 2).Fill(0xFF);
        Write(database);
        await using var host = await StartAsync("192.0.2.7");

        Assert.Equal("unknown", await host.Browser().GetStringAsync("/region"));
        Assert.NotEmpty(Errors(host));
        Assert.DoesNotContain("192.0.2.7", string.Join('\n', host.Services.GetFakeLogCollector().GetSnapshot().Select(entry => $"{entry.Message} {entry.Exception}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_replaced_is_read_again_and_one_that_is_broken_then_is_not()
    {
        Write(RegionDatabase.Of(("192.0.2.0/24", "US-CA")));
        await using var host = await StartAsync("192.0.2.7");
        var browser = host.Browser();
        Assert.Equal("US-CA", await browser.GetStringAsync("/region"));

        Write(RegionDatabase.Of(("192.0.2.0/24", "DE")));
        await UntilAsync(async () => await browser.GetStringAsync("/region") == "DE");

        Write("broken"u8.ToArray());
        await UntilAsync(() => Task.FromResult(Errors(host).Length > 0));
        Assert.Contains("the earlier database stays in use", Errors(host)[0], StringComparison.Ordinal);
        Assert.Equal("DE", await browser.GetStringAsync("/region"));
    }

    private static string[] Errors(Host host) =>
        [.. host.Services.GetFakeLogCollector().GetSnapshot().Where(entry => entry.Level == LogLevel.Error && entry.Category!.EndsWith(nameof(MaxMindRegions), StringComparison.Ordinal)).Select(entry => entry.Message)];

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private void Write(byte[] database)
    {
        // As a whole, as those who replace it should.
        var next = $"{_path}.new";
        File.WriteAllBytes(next, database);
        File.Move(next, _path, overwrite: true);
    }

    private Task<Host> StartAsync(string? address, bool strict = false, Action<IServiceCollection>? after = null) => Host.StartAsync(
        options => options.Strict = strict,
        app =>
        {
            app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
                return next(context);
            });
            app.MapGet("/region", (HttpContext context) =>
            {
                _ = context.GetConsent();
                return ConsentFeature.Of(context).Facts.Region ?? "unknown";
            });
        },
        services =>
        {
            services.AddFakeLogging();
            services.AddConsent().AddMaxMindRegions(_path);
        },
        after: after);
}
