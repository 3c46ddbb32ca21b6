using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.AccountSite;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>When a decision counts as made.</summary>
public class DecisionTimeTests
{
    [Theory]
    [InlineData("/_ic/decision")]
    [InlineData("/decide")]
    public async Task What_was_asked_for_first_is_older_also_where_it_is_answered_last(string path)
    {
        var clock = Host.Clock();
        var (isHeld, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await Host.StartAsync(
            options => options.Restricted = async (context, _) =>
            {
                if (context.Request.Headers.ContainsKey("X-Held"))
                {
                    isHeld.SetResult();
                    await release.Task;
                }

                return false;
            },
            app => app.MapPost("/decide", async (HttpContext context, IConsentService consent) =>
                await consent.DecideAsync((await context.Request.ReadFormAsync())["action"] == "accept-all" ? ConsentChoice.AcceptAll : ConsentChoice.RejectAll)),
            clock: clock);
        var held = host.Browser();
        held.DefaultRequestHeaders.Add("X-Held", "1");

        var accepting = held.PostAsync(path, Form("accept-all"));
        await isHeld.Task;
        clock.Advance(TimeSpan.FromSeconds(1));
        var rejected = await host.Browser().PostAsync(path, Form("reject-all"));
        clock.Advance(TimeSpan.FromSeconds(1));
        release.SetResult();

        Assert.Equal((Host.Clock().GetUtcNow(), Host.Clock().GetUtcNow().AddSeconds(1)), (DecidedAt(await accepting), DecidedAt(rejected)));
    }

    [Fact]
    public async Task The_account_keeps_the_newer_of_two_whose_answers_cross()
    {
        var clock = Host.Clock();
        var (isHeld, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await AccountSite.StartAsync(
            options => options.Restricted = async (context, _) =>
            {
                if (context.Request.Headers.ContainsKey("X-Held") && isHeld.TrySetResult())
                {
                    await release.Task;
                }

                return false;
            },
            clock: clock);
        var (phone, desk) = (SignedIn(host), SignedIn(host));
        phone.DefaultRequestHeaders.Add("X-Held", "1");

        var accepting = phone.PostAsync("/_ic/decision", Form("accept-all"));
        await isHeld.Task;
        clock.Advance(TimeSpan.FromSeconds(1));
        await desk.PostAsync("/_ic/decision", Form("reject-all"));
        var kept = Accounts.Of(host).Texts["anna"];
        release.SetResult();
        await accepting;
        // As a store does that keeps the newer one.
        Assert.True(ExternalConsent.TryParse(kept, out var rejection));
        Assert.True(ExternalConsent.TryParse(Accounts.Of(host).Texts["anna"], out var acceptance));
        Assert.True(acceptance.DecidedAt < rejection.DecidedAt);
        Accounts.Of(host).Texts["anna"] = kept;

        Assert.Equal((None, None), (await phone.GetStringAsync("/state"), await desk.GetStringAsync("/state")));
    }

    [Fact]
    public async Task A_second_decision_of_one_request_is_newer_than_the_first()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(
            use: app => app.MapPost("/twice", async (IConsentService consent) =>
            {
                await consent.DecideAsync(ConsentChoice.AcceptAll);
                clock.Advance(TimeSpan.FromSeconds(1));
                await consent.DecideAsync(ConsentChoice.RejectAll);
            }),
            clock: clock);

        Assert.Equal(Host.Clock().GetUtcNow().AddSeconds(1), DecidedAt(await host.Browser().PostAsync("/twice", null)));
    }

    private static DateTimeOffset DecidedAt(HttpResponseMessage answer)
    {
        var cookies = new CookieContainer();
        cookies.SetCookies(new("http://localhost"), answer.Headers.GetValues("Set-Cookie").Last(cookie => cookie.StartsWith(ConsentCookie.Name, StringComparison.Ordinal)));
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(cookies.GetAllCookies().Single().Value.Split('.')[1], CultureInfo.InvariantCulture));
    }
}
