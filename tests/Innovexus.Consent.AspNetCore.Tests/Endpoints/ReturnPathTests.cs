using Microsoft.AspNetCore.Builder;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The way back after a post: a path of this site and nothing else.</summary>
public class ReturnPathTests
{
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
}
