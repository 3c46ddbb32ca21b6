using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Global Privacy Control: told by a script, set aside knowingly, and in the state.</summary>
public class SignalTests
{
    [Fact]
    public async Task A_page_tells_what_the_signal_would_lock_until_it_counts()
    {
        await using var host = await Host.StartAsync();
        var browser = Script(host);
        Assert.Equal(["marketing", "ads"], Ids(await StateAsync(browser), "sale"));

        await browser.PostAsync("/_ic/decision", Form("signal"));

        var state = await StateAsync(browser);
        Assert.Empty(Ids(state, "sale"));
        Assert.True(state.GetProperty("marked").GetBoolean());
        Assert.Equal(["marketing", "ads"], Ids(state, "locked"));
        // It asks nothing and answers nothing.
        Assert.True(state.GetProperty("banner").GetBoolean());
        Assert.Equal(0, state.GetProperty("decidedAt").GetInt64());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        Assert.False((await StateAsync(browser)).TryGetProperty("marked", out _));
    }

    [Fact]
    public async Task A_mark_stays_over_choices_until_its_removal_is_posted()
    {
        await using var host = await Host.StartAsync();
        var browser = Script(host);
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);

        foreach (var form in new[] { Form("signal"), Form("accept-all"), Form("change", ("grant", "ads")), Form("save", ("category", "marketing"), ("vendor", "ads")) })
        {
            await browser.PostAsync("/_ic/decision", form);
            Assert.DoesNotContain("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        }

        await browser.PostAsync("/_ic/decision", Form("no-signal"));
        // What was asked for under the lock was stored as refused.
        Assert.DoesNotContain("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.False((await StateAsync(browser)).TryGetProperty("marked", out _));
    }

    [Fact]
    public async Task A_choice_that_tells_of_the_signal_is_stored_under_its_lock()
    {
        await using var host = await Host.StartAsync();
        var browser = Script(host);

        await browser.PostAsync("/_ic/decision", Form("accept-all", ("gpc", "1")));
        await browser.PostAsync("/_ic/decision", Form("no-signal"));

        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task With_a_necessary_third_party_a_signal_set_aside_counts_again_after_an_opt_out_all_the_same()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent().AddVendor("payments", "necessary", vendor => (vendor.Name, vendor.Purpose) = ("Payments", "Tests")));
        var browser = host.Browser(new CookieContainer());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        await OptInAsync(browser);

        var optedOut = await browser.PostAsync("/_ic/decision", Form("opt-out"));

        Assert.Contains(optedOut.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_signal=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("opt-out")]
    [InlineData("reject-all")]
    public async Task Where_nobody_is_asked_a_signal_that_was_set_aside_counts_again_after_a_refusal_too(string action)
    {
        await using var host = await Host.StartAsync(
            options => options.Rules.SetModel("US", "marketing", ConsentModel.Exempt),
            services: services => services.AddConsent().AddRegionResolver(_ => "US"));
        var browser = host.Browser(new CookieContainer());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        Assert.DoesNotContain("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        await OptInAsync(browser);
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);

        await browser.PostAsync("/_ic/decision", Form(action));

        Assert.DoesNotContain("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_changes_neither_the_time_nor_the_end_of_a_choice()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(clock: clock);
        var browser = Script(host);
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        var decided = (await StateAsync(browser)).GetProperty("decidedAt").GetInt64();
        clock.Advance(TimeSpan.FromDays(100));
        await browser.PostAsync("/_ic/decision", Form("signal"));

        var removed = await browser.PostAsync("/_ic/decision", Form("no-signal"));

        Assert.Equal(decided, (await StateAsync(browser)).GetProperty("decidedAt").GetInt64());
        Assert.Contains(removed.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains($"max-age={82 * 86400};", StringComparison.Ordinal));
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_that_is_removed_without_a_choice_leaves_no_cookie()
    {
        await using var host = await Host.StartAsync();
        var cookies = new CookieContainer();
        var browser = Script(host, cookies);
        await browser.PostAsync("/_ic/decision", Form("signal"));
        Assert.Equal(1, cookies.Count);

        await browser.PostAsync("/_ic/decision", Form("no-signal"));

        Assert.DoesNotContain(cookies.GetAllCookies(), cookie => !cookie.Expired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Setting_the_signal_aside_takes_a_confirmed_post_that_no_script_makes(bool header)
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser(new CookieContainer());
        if (header)
        {
            browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        }
        else
        {
            await browser.PostAsync("/_ic/decision", Form("signal"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/_ic/decision", Form("opt-in"))).StatusCode);
        // What a script can send: a request of its own, or a form in a frame that nobody sees.
        foreach (var (mode, destination) in new[] { (null, null), ("cors", "empty"), ("no-cors", "empty"), ("same-origin", "empty"), ("navigate", "iframe"), ("navigate", null) })
        {
            var refused = await OptInAsync(browser, mode, destination);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains("page of privacy choices", await Problem(refused), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);

        var confirmed = await OptInAsync(browser);

        Assert.Contains(confirmed.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_signal=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.Ordinal));
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        Assert.False((await StateAsync(browser)).TryGetProperty("sale", out _));
    }

    [Fact]
    public async Task A_signal_set_aside_counts_again_after_an_opt_out_and_at_the_end_of_the_lifetime()
    {
        var clock = Host.Clock();
        await using var host = await Host.StartAsync(clock: clock);
        var browser = host.Browser(new CookieContainer());
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");
        await OptInAsync(browser);
        var optedOut = await browser.PostAsync("/_ic/decision", Form("opt-out"));
        Assert.Contains(optedOut.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_signal=;", StringComparison.Ordinal));
        Assert.Equal("Signal", (await StateAsync(browser)).GetProperty("reasons").GetProperty("ads").GetString());

        await OptInAsync(browser);
        Assert.Contains("ads", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(182));
        Assert.Equal("Signal", (await StateAsync(browser)).GetProperty("reasons").GetProperty("ads").GetString());
    }

    [Theory]
    [InlineData("1795521600000", true, true)]
    [InlineData("1795521600000", false, false)]
    [InlineData("1795522200000", true, false)]
    [InlineData("1764000000000", true, false)]
    [InlineData("x", true, false)]
    [InlineData("", true, false)]
    public async Task A_cookie_that_sets_the_signal_aside_is_this_sites_own_of_a_possible_time_and_not_older_than_a_choice_lasts(string time, bool own, bool counts)
    {
        await using var host = await Host.StartAsync();
        var cookies = new CookieContainer();
        var protector = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Innovexus.Consent.Signal.v1");
        cookies.Add(new Cookie("ic_signal", own ? protector.Protect(time) : $"v1.{time}", "/", "localhost"));
        var browser = host.Browser(cookies);
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");

        Assert.Equal(counts ? "NotDecided" : "Signal", (await StateAsync(browser)).GetProperty("reasons").GetProperty("ads").GetString());
    }

    [Fact]
    public async Task What_a_vendor_stored_before_it_became_locked_is_cleared()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent().AddVendor("pixel", "marketing", vendor =>
        {
            (vendor.Name, vendor.Purpose) = ("Pixel", "Tests");
            vendor.AddLocalStorage("_pixel", "Tests");
        }));
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.DoesNotContain("\"clear\"", await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");

        Assert.Contains("\"clear\":[{\"id\":\"pixel\"", await browser.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> OptInAsync(HttpClient browser, string? mode = "navigate", string? destination = "document")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ic/decision") { Content = Form("opt-in", ("confirm", "yes")) };
        foreach (var (name, value) in new[] { ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination) })
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        return await browser.SendAsync(request);
    }

    private static HttpClient Script(Host host, CookieContainer? cookies = null)
    {
        var browser = host.Browser(cookies ?? new());
        browser.DefaultRequestHeaders.Accept.Add(new("application/json"));
        return browser;
    }

    private static async Task<JsonElement> StateAsync(HttpClient browser)
    {
        using var state = JsonDocument.Parse(await browser.GetStringAsync("/_ic/state"));
        return state.RootElement.Clone();
    }

    private static string[] Ids(JsonElement state, string list) =>
        state.TryGetProperty(list, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];
}
