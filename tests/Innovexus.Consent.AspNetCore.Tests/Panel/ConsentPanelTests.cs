using System.Net;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The panel is there in Development, and nothing of it anywhere else.</summary>
public class ConsentPanelTests
{
    private static readonly string[] Files = ["watch.js", "panel.js", "checks.js", "found.js", "gates.js", "pretend.js", "style.js", "view.js"];

    [Fact]
    public async Task In_Development_the_page_loads_it_and_the_server_has_its_scripts()
    {
        await using var host = await Panels.StartAsync();

        var page = await host.Browser().GetStringAsync("/panel");

        Assert.Contains("<script src=\"/_ic/panel/watch.js\"", page, StringComparison.Ordinal);
        Assert.Contains("<script type=\"module\" src=\"/_ic/panel/panel.js\"", page, StringComparison.Ordinal);
        foreach (var file in Files)
        {
            var answer = await host.Browser().GetAsync($"/_ic/panel/{file}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task Its_scripts_carry_the_nonce_where_the_site_has_one()
    {
        await using var host = await Panels.StartAsync(configure: options => options.Nonce = _ => "abc");

        var page = await host.Browser().GetStringAsync("/panel");

        Assert.Contains("<script src=\"/_ic/panel/watch.js\" nonce=\"abc\">", page, StringComparison.Ordinal);
        Assert.Contains("src=\"/_ic/panel/panel.js\" nonce=\"abc\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_there_is_no_markup_no_script_and_no_endpoint(string environment)
    {
        await using var host = await Panels.StartAsync(environment);
        var browser = host.Browser();

        Assert.DoesNotContain("_ic/panel", await browser.GetStringAsync("/panel"), StringComparison.Ordinal);
        Assert.All(Files, file => Assert.Equal(HttpStatusCode.NotFound, browser.GetAsync($"/_ic/panel/{file}").GetAwaiter().GetResult().StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(Panels.Request("{}"))).StatusCode);
    }

    [Theory]
    [InlineData("ic.css")]
    [InlineData("nothing.js")]
    [InlineData("..%2Fic-say.js")]
    public async Task No_other_file_of_the_assembly_comes_by_that_address(string file)
    {
        await using var host = await Panels.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetAsync($"/_ic/panel/{file}")).StatusCode);
    }
}
