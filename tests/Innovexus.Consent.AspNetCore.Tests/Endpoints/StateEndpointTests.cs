using System.Text.Json;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class StateEndpointTests
{
    [Fact]
    public async Task Tells_the_state_its_reasons_and_when_it_was_decided()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(clock: clock);
        var browser = host.Browser();
        Assert.Equal(0, (await StateAsync(browser)).GetProperty("decidedAt").GetInt64());
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        clock.Advance(TimeSpan.FromSeconds(1));

        var state = await StateAsync(browser);

        Assert.Equal(1795521600000, state.GetProperty("decidedAt").GetInt64());
        Assert.Equal(1795521601000, state.GetProperty("asOf").GetInt64());
        Assert.Equal(["necessary", "consent", "analytics", "stats"], state.GetProperty("granted").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("Refused", state.GetProperty("reasons").GetProperty("ads").GetString());
        Assert.False(state.GetProperty("banner").GetBoolean());
    }

    [Fact]
    public async Task Is_one_visitors_and_never_stored()
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().GetAsync("/_ic/state");

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("Cookie,Sec-GPC", string.Join(',', answer.Headers.Vary));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    // The time of a decision that no longer counts is told all the same: the browser compares it with the cookie's.
    [Fact]
    public async Task An_expired_decision_still_tells_its_time()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(clock: clock);
        var cookie = "ic_consent=" + (await host.Browser().PostAsync("/_ic/decision", Form("accept-all"))).Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=')[1];
        clock.Advance(TimeSpan.FromDays(300));
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        var state = await StateAsync(browser);

        Assert.True(state.GetProperty("banner").GetBoolean());
        Assert.Equal(1795521600000, state.GetProperty("decidedAt").GetInt64());
    }

    private static async Task<JsonElement> StateAsync(HttpClient browser)
    {
        using var state = JsonDocument.Parse(await browser.GetStringAsync("/_ic/state"));
        return state.RootElement.Clone();
    }
}
