using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

public class DecisionEndpointTests
{
    [Fact]
    public async Task Accept_is_kept_and_sent_back_to_path_and_query()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all", ("return", "/pricing?plan=2")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/pricing?plan=2", answer.Headers.Location!.ToString());
        Assert.Equal("necessary consent analytics stats marketing ads", await browser.GetStringAsync("/state"));
    }

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
    public async Task Cookie_is_secure_on_https()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.BaseAddress = new Uri("https://localhost");

        var answer = await browser.PostAsync("/_ic/decision", Form("reject-all"));

        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_allows_what_is_checked_and_ignores_unknown_ids()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics"), ("category", "nonsense"), ("category", "necessary")));

        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
    }

    [Fact]
    public async Task Script_gets_the_new_state()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Accept.Add(new("application/json"));

        var answer = await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        using var state = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["necessary", "consent", "analytics", "stats"], state.RootElement.GetProperty("granted").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("Refused", state.RootElement.GetProperty("reasons").GetProperty("ads").GetString());
        Assert.False(state.RootElement.GetProperty("banner").GetBoolean());
        Assert.Equal(1795521600000, state.RootElement.GetProperty("asOf").GetInt64());
    }

    [Fact]
    public async Task Choice_lasts_for_six_months_and_survives_a_new_server()
    {
        var clock = Host.Clock();
        var cookies = new CookieContainer();
        await using (var first = await Host.StartAsync(clock: clock))
        {
            await first.Browser(cookies).PostAsync("/_ic/decision", Form("reject-all"));
        }

        clock.Advance(TimeSpan.FromDays(181));
        await using var second = await Host.StartAsync(clock: clock);
        Assert.DoesNotContain("ic-banner", await Body(second.Browser(cookies), "/page"), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("ic-banner", await Body(second.Browser(cookies), "/page"), StringComparison.Ordinal);

        static async Task<string> Body(HttpClient browser, string path)
        {
            var page = await browser.GetStringAsync(path);
            return page[page.IndexOf("<body", StringComparison.Ordinal)..];
        }
    }

    [Theory]
    // What a browser says, and whether the post is its own page's (design: Posts).
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "null", true)]
    [InlineData("same-site", "http://localhost", false)]
    [InlineData("cross-site", "http://localhost", false)]
    [InlineData("none", null, false)]
    [InlineData(null, "http://localhost", true)]
    [InlineData(null, "https://localhost", true)]
    [InlineData(null, "http://localhost:81", false)]
    [InlineData(null, "http://evil.example", false)]
    [InlineData(null, "http://localhost.evil.example", false)]
    [InlineData(null, "https://www.example.com", true)]
    [InlineData(null, "https://example.com", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "", false)]
    [InlineData(null, null, false)]
    public async Task Only_the_site_itself_may_post(string? site, string? origin, bool accepted)
    {
        await using var host = await Host.StartAsync(options => options.AllowedOrigins.Add("https://www.example.com"));
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ic/decision") { Content = Form("accept-all") };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        var answer = await browser.SendAsync(request);

        Assert.Equal(accepted ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(accepted, answer.Headers.Contains("Set-Cookie"));
        if (!accepted)
        {
            Assert.Contains("AllowedOrigins", await Problem(answer), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://localhost", HttpStatusCode.SeeOther)]
    [InlineData("http://localhost", HttpStatusCode.Forbidden)]
    public async Task On_https_a_plain_http_page_may_not_post(string origin, HttpStatusCode status)
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.BaseAddress = new Uri("https://localhost");
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        browser.DefaultRequestHeaders.Add("Origin", origin);

        Assert.Equal(status, (await browser.PostAsync("/_ic/decision", Form("accept-all"))).StatusCode);
    }

    [Theory]
    [InlineData("/a?b=c", "/a?b=c")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    [InlineData("/grün", "/")]
    [InlineData("a", "/")]
    public async Task Way_back_is_local(string path, string expected)
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().PostAsync("/_ic/decision", Form("reject-all", ("return", path)));

        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Of_several_ways_back_the_first_counts()
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().PostAsync("/_ic/decision", Form("reject-all", ("return", "/a"), ("return", "/b")));

        Assert.Equal("/a", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("http://localhost/blog?p=1", "/blog?p=1")]
    [InlineData("http://evil.example/blog", "/")]
    [InlineData("http://localhost:81/blog", "/")]
    [InlineData("about:blank", "/")]
    [InlineData(null, "/")]
    public async Task Referer_is_used_only_where_the_field_is_missing(string? referer, string expected)
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        if (referer is not null)
        {
            browser.DefaultRequestHeaders.Referrer = new Uri(referer);
        }

        Assert.Equal(expected, (await browser.PostAsync("/_ic/decision", Form("reject-all"))).Headers.Location!.ToString());
        Assert.Equal("/x", (await browser.PostAsync("/_ic/decision", Form("reject-all", ("return", "/x")))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Path_base_is_respected()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.UsePathBase("/sub");
            app.UseRouting();
        });
        var browser = host.Browser();

        var page = await browser.GetStringAsync("/sub/page");
        Assert.Contains("action=\"/sub/_ic/decision\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"/sub/_content/Innovexus.Consent/ic.js\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"/sub/page\"", page, StringComparison.Ordinal);
        Assert.Equal("/sub/", (await browser.PostAsync("/sub/_ic/decision", Form("reject-all", ("return", "")))).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Bad_bodies_are_refused_with_a_problem()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        await Refused(HttpStatusCode.BadRequest, Form("accept"));
        await Refused(HttpStatusCode.BadRequest, Form(""));
        await Refused(HttpStatusCode.BadRequest, new FormUrlEncodedContent([new("action", "accept-all"), new("action", "reject-all")]));
        await Refused(HttpStatusCode.UnsupportedMediaType, new StringContent("""{ "action": "accept-all" }""", Encoding.UTF8, "application/json"));
        await Refused(HttpStatusCode.UnsupportedMediaType, new StringContent("action=accept-all", Encoding.UTF8, "text/plain"));
        await Refused(HttpStatusCode.RequestEntityTooLarge, Form("save", ("category", new string('x', 17_000))));
        await Refused(HttpStatusCode.BadRequest, new StringContent("action=accept-all", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7")));
        await Refused(HttpStatusCode.BadRequest, Multipart("--b\r\nContent-Disposition: form-data; name=\"action\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nsave\r\n--b--\r\n"));
        await Refused(HttpStatusCode.BadRequest, Multipart("action=accept-all"));
        await Refused(HttpStatusCode.BadRequest, Multipart("--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\naccept-all"));

        async Task Refused(HttpStatusCode status, HttpContent content)
        {
            var answer = await browser.PostAsync("/_ic/decision", content);
            Assert.Equal(status, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.NotEmpty(await Problem(answer));
        }

        static ByteArrayContent Multipart(string body)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
            return content;
        }
    }

    [Fact]
    public async Task A_chunked_body_has_the_same_limit()
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ic/decision")
        {
            Content = Form("save", ("category", new string('x', 17_000))),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentLength = null;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Browser().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_bodies_give_no_server_error()
    {
        await using var host = await Host.StartAsync();
        var statuses = new System.Collections.Concurrent.ConcurrentDictionary<HttpStatusCode, int>();
        string[] types = ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=nonsense", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "application/json", "x"];
        var pieces = Gen.Int[0, 11].Select(i => new[]
        {
            "action=", "accept-all", "reject-all", "save", "&", "category=", "analytics", "return=/a", "%", "%zz",
            "--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n", "\r\n--b--\r\n",
        }[i]);
        var good = Gen.Int[0, 3].Select(i => new[]
        {
            "action=accept-all", "action=save&category=analytics", "return=/a&action=reject-all",
            "--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nsave\r\n--b--\r\n",
        }[i]);
        var bodies = Gen.Select(
            Gen.Int[0, types.Length - 1],
            Gen.OneOf(
                good,
                Gen.Select(good, pieces, (form, piece) => form + piece),
                pieces.Array[0, 12].Select(string.Concat),
                Gen.Byte.Array[0, 400].Select(Encoding.Latin1.GetString)));

        await bodies.SampleAsync(
            async sample =>
            {
                using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(sample.Item2));
                content.Headers.TryAddWithoutValidation("Content-Type", types[sample.Item1]);
                var answer = await host.Browser().PostAsync("/_ic/decision", content);
                statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                return (int)answer.StatusCode is 303 or (>= 400 and < 500)
                    && answer.Headers.Contains("Set-Cookie") == (answer.StatusCode == HttpStatusCode.SeeOther);
            },
            iter: 10_000);

        Assert.True(statuses[HttpStatusCode.SeeOther] > 50, "The generator must make good bodies as well.");
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

    [Fact]
    public async Task Only_posts_are_taken()
    {
        await using var host = await Host.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Browser().GetAsync("/_ic/decision")).StatusCode);
    }

    [Fact]
    public async Task Fallback_policies_and_antiforgery_do_not_lock_visitors_out()
    {
        await using var host = await Host.StartAsync(
            services: services =>
            {
                services.AddAuthentication("none").AddCookie("none");
                services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            use: app =>
            {
                app.UseRouting();
                app.UseAuthorization();
                app.UseAntiforgery();
            });

        Assert.Equal(HttpStatusCode.SeeOther, (await host.Browser().PostAsync("/_ic/decision", Form("accept-all"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/_ic/preferences")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().GetAsync("/state")).StatusCode);
    }

    [Fact]
    public async Task A_signal_holds_on_the_post_too()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Sec-GPC", "1");

        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        browser.DefaultRequestHeaders.Remove("Sec-GPC");

        Assert.Equal("necessary consent analytics stats", await browser.GetStringAsync("/state"));
    }

    private static FormUrlEncodedContent Form(string action, params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Prepend(new("action", action)));

    private static async Task<string> Problem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
