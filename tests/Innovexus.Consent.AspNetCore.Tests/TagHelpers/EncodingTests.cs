using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What stands in a tag helper is written as in the same tag without it, above all what Razor encodes.</summary>
public partial class EncodingTests
{
    [Theory]
    [InlineData("\"; alert(1); \"", false)]
    [InlineData("</script><script>alert(1)</script>", false)]
    [InlineData("<!-- <script>", false)]
    [InlineData("Tom & 'Jerry'", false)]
    [InlineData("Łódź é 東京", false)]
    [InlineData("Łódź é 東京 </SCRIPT>", true)]
    public async Task Content_is_byte_for_byte_that_of_the_tag_without_the_helper(string name, bool letters)
    {
        await using var host = await StartAsync(letters);

        var answer = await host.Browser().GetAsync($"/encoded?name={Uri.EscapeDataString(name)}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var contents = Content().Matches(page).Select(match => match.Value).ToArray();
        Assert.Equal(7, contents.Length);
        Assert.All(contents, content => Assert.Equal(contents[0], content));
        foreach (var attribute in new[] { "title", "lang" })
        {
            var values = Regex.Matches(page, $" {attribute}=\"(.*?)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
            Assert.Equal([values[0], values[0]], values.Where(value => value.StartsWith("a=1", StringComparison.Ordinal)));
        }

        // A site that lets letters through gets them through here as well.
        Assert.Equal(letters, contents[0].Contains('Ł', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!-- an old habit\nrun()\n//-->", "<!-- an old habit\nrun()\n//-->")]
    [InlineData("x = '</script>'", "x = '<\\/script>'")]
    [InlineData("x = '<!-- <script>'", "x = '<!-- \\u003Cscript>'")]
    public async Task What_a_view_writes_raw_stays_within_its_element(string code, string written)
    {
        await using var host = await StartAsync(letters: false, app => app.MapGet("/raw", context => TagHelperTests.WriteAsync(context, new ConsentScriptTagHelper { Consent = "stats" }, new HtmlString(code))));

        var answer = await host.Browser().GetAsync("/raw");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith($">{written}</script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<Host> StartAsync(bool letters, Action<WebApplication>? use = null) => Host.StartAsync(
        use: app =>
        {
            app.MapRazorPages();
            use?.Invoke(app);
        },
        services: services =>
        {
            services.AddRazorPages(options => options.RootDirectory = "/TagHelpers/Pages");
            if (letters)
            {
                services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
            }
        });

    [GeneratedRegex("window.gated = .*? é(?=<|\\|)", RegexOptions.Singleline)]
    private static partial Regex Content();
}
