using System.Net;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Who may post: the site itself, by what browsers say of a request.</summary>
public class SameOriginTests
{
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
}
