using System.Net;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The decision cookie in requests and responses.</summary>
public class DecisionCookieTests
{
    [Theory]
    [InlineData("accept-all")]
    [InlineData("reject-all")]
    public async Task Cookie_is_lax_readable_and_lasts_as_long_for_a_refusal_as_for_a_grant(string action)
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().PostAsync("/_ic/decision", Form(action));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("ic_consent=v1.1795521600000.granted", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; expires=Tue, 25 May 2027 12:00:00 GMT; max-age=15724800; path=/; samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_is_secure_on_https_and_of_this_host_alone()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.BaseAddress = new Uri("https://localhost");

        var answer = await browser.PostAsync("/_ic/decision", Form("reject-all"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-ic_consent=v1.", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/; secure; samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://shop.example.com", "ic_consent", "example.com")]
    [InlineData("https://example.com", "ic_consent", "example.com")]
    [InlineData("https://notexample.com", "__Host-ic_consent", null)]
    public async Task Parent_domain_holds_the_cookie_of_its_sites_alone(string site, string name, string? domain)
    {
        await using var host = await Host.StartAsync(options => options.CookieDomain = "example.com");
        var cookies = new CookieContainer();
        var browser = host.Browser(cookies);
        browser.BaseAddress = new Uri(site);

        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all"));
        var again = await browser.PostAsync("/_ic/decision", Form("reject-all"));

        // Others of the name are expired, never that of the domain.
        foreach (var values in new[] { answer, again }.Select(response => response.Headers.GetValues("Set-Cookie").ToArray()))
        {
            Assert.StartsWith($"{name}=v1.", values[^1], StringComparison.Ordinal);
            Assert.Equal(domain, Domain(values[^1]));
            Assert.Contains("; secure", values[^1], StringComparison.Ordinal);
            Assert.DoesNotContain(values[..^1], cookie => Domain(cookie) == domain);
        }

        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));

        static string? Domain(string cookie) =>
            cookie.Split("; ").FirstOrDefault(part => part.StartsWith("domain=", StringComparison.Ordinal))?["domain=".Length..];
    }

    [Fact]
    public async Task What_another_site_of_the_domain_set_grants_nothing_on_https_and_is_left_to_it()
    {
        await using var host = await Host.StartAsync();
        // As this site itself would write it: the same fingerprints, at this very time.
        var grant = (await Visitor().PostAsync("/_ic/decision", Form("accept-all"))).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Contains("analytics", await State(grant), StringComparison.Ordinal);

        Assert.Equal("necessary consent", await State(grant.Replace("__Host-", "", StringComparison.Ordinal)));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ic/decision") { Content = Form("reject-all") };
        request.Headers.Add("Cookie", grant.Replace("__Host-", "", StringComparison.Ordinal));
        var answer = await Visitor().SendAsync(request);
        Assert.Equal(["__Host-ic_consent"], answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]));

        async Task<string> State(string header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/state");
            request.Headers.Add("Cookie", header);
            return await (await Visitor().SendAsync(request)).Content.ReadAsStringAsync();
        }

        HttpClient Visitor()
        {
            var browser = host.Browser();
            browser.BaseAddress = new Uri("https://www.example.com");
            return browser;
        }
    }

    [Fact]
    public async Task Ten_thousand_cookie_values_give_no_server_error_and_no_wrong_grant()
    {
        await using var host = await Host.StartAsync();
        var valid = new CookieContainer();
        await host.Browser(valid).PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        var text = valid.GetAllCookies().Single().Value;
        var letters = Gen.Char[' ', 'z'].Where(letter => letter is not ';');
        var mutated = Gen.Select(Gen.Int[0, text.Length - 1], letters, Gen.Int[0, 2]).Array[1, 3].Select(edits => edits.Aggregate(text, (current, edit) =>
        {
            var at = Math.Min(edit.Item1, current.Length - 1);
            return edit.Item3 switch
            {
                0 => current.Remove(at, 1),
                1 => current.Insert(at, edit.Item2.ToString()),
                _ => current.Remove(at, 1).Insert(at, edit.Item2.ToString()),
            };
        }));

        await Gen.OneOf(mutated, Gen.String[letters, 0, 60]).SampleAsync(
            async value =>
            {
                var browser = host.Browser();
                browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"ic_consent={value}");
                var answer = await browser.GetAsync("/state");
                var granted = await answer.Content.ReadAsStringAsync();
                // Never marketing: no edit of three letters turns a refusal with its fingerprint into a grant of it.
                return answer.StatusCode == HttpStatusCode.OK && granted is "necessary consent" or "necessary consent analytics stats";
            },
            iter: 10_000);
    }

    [Fact]
    public async Task Newest_of_several_cookies_counts_and_the_others_are_expired_in_the_answer_to_a_post()
    {
        await using var host = await Host.StartAsync(clock: new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1795521600000)));
        var accepted = await Cookie("accept-all");
        var older = accepted.Replace("1795521600000", "1795421600000", StringComparison.Ordinal);
        var refused = await Cookie("reject-all");
        var planted = accepted.Replace("1795521600000", "1995521600000", StringComparison.Ordinal);

        Assert.Equal("necessary consent", await State($"ic_consent={older}; ic_consent={refused}"));
        Assert.Equal("necessary consent", await State($"ic_consent={refused}; ic_consent={older}"));
        var plantedRefusal = refused.Replace("1795521600000", "1995521600000", StringComparison.Ordinal);
        Assert.Equal("necessary consent", await State($"ic_consent={planted}; ic_consent={refused}"));
        Assert.StartsWith("necessary consent analytics", await State($"ic_consent={plantedRefusal}; ic_consent={accepted}"), StringComparison.Ordinal);
        Assert.StartsWith("necessary consent analytics", await State($"ic_consent=nonsense; ic_consent={older}"), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Post, "http://www.app.example.com/_ic/decision") { Content = Form("reject-all") };
        request.Headers.Add("Cookie", $"ic_consent={older}; ic_consent={refused}");
        var answer = await host.Browser().SendAsync(request);
        Assert.Equal(
            ["www.app.example.com", "app.example.com", "example.com", null],
            answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split("domain=").ElementAtOrDefault(1)?.Split(';')[0]));

        async Task<string> Cookie(string action)
        {
            var cookies = new CookieContainer();
            await host.Browser(cookies).PostAsync("/_ic/decision", Form(action));
            return cookies.GetAllCookies().Single().Value;
        }

        async Task<string> State(string header)
        {
            var browser = host.Browser();
            browser.DefaultRequestHeaders.Add("Cookie", header);
            return await browser.GetStringAsync("/state");
        }
    }
}
