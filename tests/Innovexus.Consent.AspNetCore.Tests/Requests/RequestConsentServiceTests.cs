using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class RequestConsentServiceTests
{
    [Fact]
    public async Task Decides_sets_the_cookie_and_answers_by_it_at_once()
    {
        var seen = new List<string>();
        await using var host = await Host.StartAsync(use: app => app.MapGet("/decide", async (IConsentService consent, HttpContext context) =>
        {
            using var first = consent.OnChange(state => Note($"first {state.IsGranted("stats")}"));
            consent.OnChange(state => Note("gone")).Dispose();
            using var second = consent.OnChange(state => Note($"second {state.IsGranted("ads")}"));
            seen.Add($"before {consent.IsGranted("stats")}");
            var state = await consent.DecideAsync(ConsentChoice.Change("stats", true));
            seen.Add($"after {state == consent.State} {state == context.GetConsent()} {consent.State.NeedsDecision}");

            Task Note(string text)
            {
                seen.Add(text);
                return Task.CompletedTask;
            }
        }));
        var browser = host.Browser();

        await browser.GetAsync("/decide");

        Assert.Equal(["before False", "first True", "second False", "after True True True"], seen);
        Assert.Equal("necessary consent stats", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Callbacks_in_a_request_run_one_after_the_other_and_one_that_fails_keeps_no_other_from_hearing()
    {
        var seen = new List<string>();
        await using var host = await Host.StartAsync(use: app => app.MapGet("/decide", async (IConsentService consent) =>
        {
            consent.OnChange(_ => LookAsync("first"));
            consent.OnChange(_ => LookAsync("second"));
            await consent.DecideAsync(ConsentChoice.AcceptAll);

            async Task LookAsync(string name)
            {
                seen.Add($"{name} begins");
                await Task.Yield();
                seen.Add($"{name} ends");
                throw new InvalidOperationException(name);
            }
        }));

        await host.Browser().GetAsync("/decide");

        Assert.Equal(["first begins", "first ends", "second begins", "second ends"], seen);
    }

    [Fact]
    public async Task Deciding_after_the_response_has_started_throws_and_says_so()
    {
        InvalidOperationException? thrown = null;
        await using var host = await Host.StartAsync(use: app => app.MapGet("/late", async (IConsentService consent, HttpContext context) =>
        {
            await context.Response.WriteAsync("started");
            await context.Response.Body.FlushAsync();
            thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => consent.DecideAsync(ConsentChoice.AcceptAll));
        }));

        await host.Browser().GetAsync("/late");

        Assert.Contains("The response has started", thrown!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_before_it_begins_keeps_nothing()
    {
        await using var host = await Host.StartAsync(use: app => app.MapGet("/cancelled", async (IConsentService consent) =>
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => consent.DecideAsync(ConsentChoice.AcceptAll, new CancellationToken(true)));
        }));

        Assert.False((await host.Browser().GetAsync("/cancelled")).Headers.Contains("Set-Cookie"));
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
        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task A_callback_that_fails_is_no_failure_of_the_decision_and_keeps_no_other_from_hearing()
    {
        var heard = false;
        await using var host = await Host.StartAsync(use: app => app.MapGet("/decide", async (IConsentService consent) =>
        {
            using var throwing = consent.OnChange(_ => throw new InvalidOperationException("the site's own"));
            using var failing = consent.OnChange(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("the site's own");
            });
            using var last = consent.OnChange(_ =>
            {
                heard = true;
                return Task.CompletedTask;
            });
            return (await consent.DecideAsync(ConsentChoice.AcceptAll)).IsGranted("stats");
        }));
        var browser = host.Browser();

        Assert.Equal("true", await browser.GetStringAsync("/decide"));
        Assert.True(heard);
        Assert.Contains("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_end_before_the_request_unless_the_token_ends_the_waiting_and_the_choice_stands()
    {
        var ended = false;
        await using var host = await Host.StartAsync(use: app => app.MapGet("/decide", async (IConsentService consent, bool abandoned) =>
        {
            using var caller = new CancellationTokenSource();
            var release = new TaskCompletionSource();
            using var subscription = consent.OnChange(async _ =>
            {
                if (abandoned)
                {
                    await caller.CancelAsync();
                    await release.Task;
                }

                await Task.Yield();
                ended = true;
            });
            var granted = (await consent.DecideAsync(ConsentChoice.AcceptAll, caller.Token)).IsGranted("stats");
            Assert.Equal(!abandoned, ended);
            release.SetResult();
            return granted;
        }));

        Assert.Equal("true", await host.Browser().GetStringAsync("/decide?abandoned=true"));
        ended = false;
        Assert.Equal("true", await host.Browser().GetStringAsync("/decide?abandoned=false"));
    }

    [Fact]
    public async Task Outside_a_request_and_a_circuit_everything_optional_is_denied()
    {
        // What a circuit is: a scope of its own, while the accessor may still hold the request that opened its connection.
        string[] inOtherScope = [];
        await using var host = await Host.StartAsync(use: app => app.MapGet("/other-scope", (IServiceProvider services) =>
        {
            using var scope = services.CreateScope();
            inOtherScope = [.. scope.ServiceProvider.GetRequiredService<IConsentService>().State.Granted];
        }));
        var browser = host.Browser();
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        await browser.GetAsync("/other-scope");
        using var scope = host.Services.CreateScope();
        var consent = scope.ServiceProvider.GetRequiredService<IConsentService>();

        Assert.Equal(["necessary", "consent"], inOtherScope);
        Assert.False(consent.IsGranted("stats"));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => consent.DecideAsync(ConsentChoice.AcceptAll));
        Assert.Contains("there is no browser to store it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_asks_depends_on_the_visitor()
    {
        await using var host = await Host.StartAsync(use: app => app.MapGet("/plain", () => "plain"));

        Assert.Empty((await host.Browser().GetAsync("/plain")).Headers.Vary);
        Assert.Equal(["Cookie", "Sec-GPC"], (await host.Browser().GetAsync("/state")).Headers.Vary);
    }

    [Theory]
    [InlineData(new[] { "1" }, true)]
    [InlineData(new[] { "0", "1" }, true)]
    [InlineData(new[] { "0" }, false)]
    [InlineData(new[] { "1;x" }, false)]
    [InlineData(new[] { "true" }, false)]
    [InlineData(new string[0], false)]
    public void The_signal_is_exactly_one(string[] values, bool expected) =>
        Assert.Equal(expected, GlobalPrivacyControl.IsSignalled(new HeaderDictionary { ["Sec-GPC"] = values }, new()));
}
