using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Calls to vendors that this server makes for a visitor.</summary>
public class ConsentHandlerTests
{
    [Fact]
    public async Task A_call_is_made_for_visitors_who_allow_it_and_for_nobody_else()
    {
        var vendor = new Vendor();
        await using var host = await StartAsync(vendor);
        var browser = host.Browser(new CookieContainer());

        Assert.Equal("NotDecided 403", await browser.GetStringAsync("/call"));
        Assert.Equal("NotDecided 403", await browser.GetStringAsync("/call-sync"));
        await browser.PostAsync("/_ic/decision", Form("reject-all"));
        Assert.Equal("Refused 403", await browser.GetStringAsync("/call"));
        Assert.Equal(0, vendor.Calls);
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal("called", await browser.GetStringAsync("/call"));
        Assert.Equal("called", await browser.GetStringAsync("/call-sync"));
        Assert.Equal(2, vendor.Calls);
    }

    [Fact]
    public async Task Outside_a_request_nobody_allows_anything()
    {
        var vendor = new Vendor();
        await using var host = await StartAsync(vendor);

        var exception = await Assert.ThrowsAsync<ConsentRequiredException>(
            () => host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("stats").GetStringAsync("http://stats.example/"));

        Assert.Contains("Outside a request or circuit", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, vendor.Calls);
    }

    [Fact]
    public async Task What_was_begun_in_a_circuit_that_is_closed_is_allowed_nothing()
    {
        var vendor = new Vendor();
        await using var host = await StartAsync(vendor);
        var scope = host.Services.CreateAsyncScope();
        var circuit = scope.ServiceProvider.GetServices<CircuitHandler>().OfType<CircuitConsent>().Single();
        var closed = new TaskCompletionSource();
        Task<string>? call = null;

        await circuit.CreateInboundActivityHandler(_ =>
        {
            call = CallAsync();
            return Task.CompletedTask;
        })(null!);
        await circuit.OnCircuitClosedAsync(null!, CancellationToken.None);
        await scope.DisposeAsync();
        closed.SetResult();

        await Assert.ThrowsAsync<ConsentRequiredException>(() => call!);
        Assert.Null(CircuitConsent.Current);
        Assert.Equal(0, vendor.Calls);

        async Task<string> CallAsync()
        {
            await closed.Task;
            return await host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("stats").GetStringAsync("http://stats.example/");
        }
    }

    [Fact]
    public async Task An_id_that_is_not_declared_is_never_allowed()
    {
        await using var host = await StartAsync(new Vendor(), "stat");
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal("Unknown 403", await browser.GetStringAsync("/call"));
        var exception = await Assert.ThrowsAsync<ConsentRequiredException>(
            () => host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("stats").GetStringAsync("http://stats.example/"));
        Assert.Contains("Did you mean 'stats'?", exception.Message, StringComparison.Ordinal);
    }

    private static Task<Host> StartAsync(Vendor vendor, string id = "stats") => Host.StartAsync(
        use: app =>
        {
            app.MapGet("/call", async (IHttpClientFactory clients) =>
            {
                try
                {
                    return await clients.CreateClient("stats").GetStringAsync("http://stats.example/");
                }
                catch (ConsentRequiredException exception)
                {
                    return $"{exception.Verdict.Reason} {(int)exception.StatusCode!}";
                }
            });
            app.MapGet("/call-sync", (IHttpClientFactory clients) =>
            {
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, "http://stats.example/");
                    using var answer = clients.CreateClient("stats").Send(request);
                    using var reader = new StreamReader(answer.Content.ReadAsStream());
                    return reader.ReadToEnd();
                }
                catch (ConsentRequiredException exception)
                {
                    return $"{exception.Verdict.Reason} {(int)exception.StatusCode!}";
                }
            });
        },
        services: services => services.AddHttpClient("stats").RequireConsent(id).ConfigurePrimaryHttpMessageHandler(() => vendor));

    private sealed class Vendor : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return new(HttpStatusCode.OK) { Content = new StringContent("called") };
        }
    }
}
