using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

public class VendorCookiesTests
{
    [Fact]
    public async Task Refusal_expires_what_the_request_brought_and_what_only_a_server_can()
    {
        var expired = await ExpiredAsync("reject-all", "tr_a=1; tr_b=2; other=3; ic_consent=x", "/shop/cart?x=1");

        Assert.Equal(
            [
                "__Host-tr path=/", "__Host-tr path=/ domain=app.example", "__Host-tr path=/ domain=www.app.example",
                "tr_a path=/", "tr_a path=/ domain=app.example", "tr_a path=/ domain=www.app.example",
                "tr_b path=/", "tr_b path=/ domain=app.example", "tr_b path=/ domain=www.app.example",
                "tr_server path=/", "tr_server path=/ domain=app.example", "tr_server path=/ domain=www.app.example",
                "tr_server path=/api", "tr_server path=/api domain=app.example", "tr_server path=/api domain=www.app.example",
            ],
            expired);
    }

    [Fact]
    public async Task A_name_that_came_encoded_is_expired_as_it_came()
    {
        await using var host = await Host.StartAsync(services: services => services.AddConsent().AddVendor("adobe", "marketing", vendor =>
        {
            (vendor.Name, vendor.Purpose) = ("Adobe", "Tests");
            vendor.AddCookie("AMCV_*@AdobeOrg", "Tracks").Add(new() { Name = "amcv@server", HttpOnly = true, Purpose = "Tracks" });
        }));

        var cookies = (await PostAsync(host, "reject-all", "AMCV_9%40AdobeOrg=1; AMCV_9%40Other=1", "/")).Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]);

        Assert.Equal(["AMCV_9%40AdobeOrg", "amcv%40server", "amcv@server", "ic_consent"], cookies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task However_long_the_address_the_headers_stay_few()
    {
        await using var host = await StartAsync();
        var deep = string.Concat(Enumerable.Repeat("/a", 2000));
        var names = string.Join("; ", Enumerable.Range(0, 100).Select(number => $"tr_{number}=1"));

        var post = await PostAsync(host, "reject-all", names, deep);
        var request = new HttpRequestMessage(HttpMethod.Get, "http://a.b.c.d.e.f.g.app.example/page");
        request.Headers.TryAddWithoutValidation("Cookie", names);
        var page = await host.Browser().SendAsync(request);

        Assert.All([post, page], answer => Assert.InRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Sum(cookie => cookie.Length) : 0, 0, 4096));
    }

    [Fact]
    public async Task A_page_expires_what_came_with_it_where_it_was_set()
    {
        await using var host = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/page");
        request.Headers.TryAddWithoutValidation("Cookie", "tr_server=1; other=2");

        var set = (await host.Browser().SendAsync(request)).Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split("Path=")[1]).ToArray();

        Assert.Equal(["/", "/page", "/page/"], set);
    }

    [Fact]
    public async Task To_a_script_the_server_leaves_what_scripts_can_delete()
    {
        await using var host = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/_ic/decision") { Content = Form("reject-all") };
        request.Headers.TryAddWithoutValidation("Cookie", "tr_a=1; tr_server=1");
        request.Headers.Accept.Add(new("application/json"));

        var set = (await host.Browser().SendAsync(request)).Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]).Distinct();

        Assert.Equal(["ic_consent", "tr_server", "__Host-tr"], set);
    }

    [Fact]
    public async Task Grant_expires_nothing() => Assert.Empty(await ExpiredAsync("accept-all", "tr_a=1; tr_server=2", "/"));

    [Fact]
    public async Task What_a_granted_vendor_declares_too_is_kept()
    {
        var expired = await ExpiredAsync("save", "tr_a=1; tr_shared=2", "/", ("category", "functional"));

        Assert.Contains("tr_a path=/", expired);
        Assert.DoesNotContain(expired, cookie => cookie.StartsWith("tr_shared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_no_header_can_hold_are_left_alone()
    {
        var expired = await ExpiredAsync("reject-all", "tr_é=1; tr_a,b=2; tr_ok=3", "/");

        Assert.DoesNotContain(expired, cookie => cookie.Contains('é', StringComparison.Ordinal) || cookie.StartsWith("tr_a", StringComparison.Ordinal));
        Assert.Contains("tr_ok path=/", expired);
    }

    [Fact]
    public async Task Host_and_secure_prefixes_are_expired_as_secure_only()
    {
        await using var host = await StartAsync();
        var answer = await PostAsync(host, "reject-all", "", "/");

        Assert.All(
            answer.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("__", StringComparison.Ordinal)),
            cookie => Assert.EndsWith("; Secure", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tr_a=1", "tracker")]
    [InlineData("other=1", null)]
    public async Task A_page_names_what_a_denied_vendor_left(string cookie, string? vendor)
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        var page = await browser.GetStringAsync("/page");

        using var state = JsonDocument.Parse(Regex.Match(page, "data-ic-state=\"\\d+\">(.*?)</script>").Groups[1].Value);
        Assert.Equal(vendor, state.RootElement.TryGetProperty("clear", out var clear) ? clear[0].GetProperty("id").GetString() : null);
    }

    [Fact]
    public async Task An_answer_names_all_that_denied_vendors_declare()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Accept.Add(new("application/json"));

        using var state = JsonDocument.Parse(await (await browser.PostAsync("/_ic/decision", Form("reject-all"))).Content.ReadAsStringAsync());

        var clear = state.RootElement.GetProperty("clear").EnumerateArray().ToDictionary(vendor => vendor.GetProperty("id").GetString()!);
        Assert.Equal(["friend", "tracker"], clear.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            """[{"kind":"Cookie","name":"tr_*"},{"kind":"Cookie","name":"tr_server","path":"/api"},{"kind":"Cookie","name":"__Host-tr"},{"kind":"IndexedDB","name":"tr"}]""",
            clear["tracker"].GetProperty("items").ToString());
    }

    private static async Task<string[]> ExpiredAsync(string action, string cookies, string page, params (string, string)[] fields)
    {
        await using var host = await StartAsync();
        var answer = await PostAsync(host, action, cookies, page, fields);
        return
        [
            .. answer.Headers.GetValues("Set-Cookie").Where(cookie => cookie.Contains("Max-Age=0", StringComparison.Ordinal)).Select(cookie => Regex.Replace(
                cookie, "^([^=]+)=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=([^;]+)(?:; Domain=([^;]+))?.*$",
                match => $"{match.Groups[1]} path={match.Groups[2]}{(match.Groups[3].Success ? $" domain={match.Groups[3]}" : "")}")).Order(StringComparer.Ordinal),
        ];
    }

    [Theory]
    [InlineData("grant", false)]
    [InlineData("refuse", true)]
    public async Task A_choice_that_only_allows_names_nothing_to_clear(string field, bool clears)
    {
        await using var host = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "http://www.app.example/_ic/decision") { Content = Form("change", (field, "friend")) };
        request.Headers.Accept.ParseAdd("application/json");

        var answer = await (await host.Browser().SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Equal(clears, answer.Contains("\"clear\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://www.app.example/shop/cart?a=1", true)]
    [InlineData("http://elsewhere.example/shop/cart", false)]
    [InlineData(null, false)]
    public async Task What_no_script_sees_is_expired_on_the_page_that_was_decided_on_too(string? page, bool expired)
    {
        await using var host = await StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "http://www.app.example/_ic/decision") { Content = Form("reject-all") };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Referrer = page is null ? null : new(page);

        var cookies = (await host.Browser().SendAsync(request)).Headers.GetValues("Set-Cookie").ToArray();

        foreach (var path in new[] { "/shop", "/shop/", "/shop/cart" })
        {
            Assert.Equal(expired, cookies.Any(cookie => cookie.StartsWith("tr_server=;", StringComparison.Ordinal) && cookie.EndsWith($"; Path={path}", StringComparison.Ordinal)));
        }

        Assert.Contains(cookies, cookie => cookie.StartsWith("tr_server=;", StringComparison.Ordinal) && cookie.EndsWith("; Path=/api", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(Host host, string action, string cookies, string page, params (string, string)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "http://www.app.example/_ic/decision") { Content = Form(action, [.. fields, ("return", page)]) };
        if (cookies.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        return host.Browser().SendAsync(request);
    }

    private static Task<Host> StartAsync() => Host.StartAsync(services: services => services.AddConsent()
        .AddVendor("tracker", "marketing", vendor =>
        {
            vendor.Name = "Tracker";
            vendor.Purpose = "Tests";
            vendor.AddCookie("tr_*", "Tracks", TimeSpan.FromDays(1))
                .Add(new() { Name = "tr_server", HttpOnly = true, Path = "/api", Purpose = "Tracks" })
                .Add(new() { Name = "__Host-tr", Purpose = "Tracks" })
                .Add(new() { Name = "tr", Kind = StorageKind.IndexedDB, Purpose = "Tracks" });
        })
        .AddVendor("friend", "functional", vendor =>
        {
            vendor.Name = "Friend";
            vendor.Purpose = "Tests";
            vendor.AddCookie("tr_shared", "Helps");
        }));
}
