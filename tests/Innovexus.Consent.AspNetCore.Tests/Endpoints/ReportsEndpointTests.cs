using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What browsers report, and what others pretend that browsers report.</summary>
public class ReportsEndpointTests
{
    private const string Old = "application/csp-report";
    private const string New = "application/reports+json";

    [Theory]
    [InlineData("https://stats.example/x.js?visitor=7", "img-src", "stats, undeclared for img-src: https://stats.example")]
    [InlineData("https://stats.example/x.js?visitor=7", "script-src-elem", ">stats<")]
    [InlineData("https://unknown.example/p.gif?q=secret#f", "img-src", "undeclared: https://unknown.example")]
    [InlineData("https://anna:secret@unknown.example/p.gif", "manifest-src", "undeclared: https://unknown.example")]
    public async Task A_report_names_the_vendor_or_what_nobody_declared_and_where_it_came_from(string blocked, string directive, string subject)
    {
        await using var host = await StartAsync();
        foreach (var (type, body) in new[] { (Old, Csp("http://localhost/shop?token=secret", blocked, directive)), (New, $"[{Modern("http://localhost/shop?token=secret", blocked, directive)}]") })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(host, type, body)).StatusCode);
        }

        var page = await host.Browser().GetStringAsync("/_ic/leaks");
        Assert.Contains(subject, page, StringComparison.Ordinal);
        Assert.Contains(">/shop<", page, StringComparison.Ordinal);
        Assert.Contains("https://tags.example/load.js:12", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("visitor=", page, StringComparison.Ordinal);
        // One entry, seen twice.
        Assert.Contains(">2<", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example/", "https://unknown.example/")]
    [InlineData("about:blank", "https://unknown.example/")]
    [InlineData("http://localhost/", "inline")]
    [InlineData("http://localhost/", "eval")]
    [InlineData("http://localhost/", "data")]
    public async Task Reports_of_other_sites_and_of_inline_code_are_dropped(string document, string blocked)
    {
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(host, Old, Csp(document, blocked, "script-src"))).StatusCode);

        Assert.Contains("None so far", await host.Browser().GetStringAsync("/_ic/leaks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "a=b", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Old, "", HttpStatusCode.BadRequest)]
    [InlineData(Old, "{", HttpStatusCode.BadRequest)]
    [InlineData(Old, "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", HttpStatusCode.BadRequest)]
    [InlineData(Old, "{\"csp-report\":{\"document-uri\":\"\\ud800\"}}", HttpStatusCode.BadRequest)]
    [InlineData(Old, "{\"csp-report\":{\"document-uri\":\"\u00ff\"}}", HttpStatusCode.BadRequest)]
    [InlineData(Old, "null", HttpStatusCode.NoContent)]
    [InlineData(Old, "{\"csp-report\":7}", HttpStatusCode.NoContent)]
    [InlineData(Old, "{\"csp-report\":{\"document-uri\":7,\"blocked-uri\":{},\"effective-directive\":null}}", HttpStatusCode.NoContent)]
    [InlineData(New, "[1,\"a\",null,{\"type\":\"csp-violation\"},{\"type\":\"csp-violation\",\"body\":[]}]", HttpStatusCode.NoContent)]
    public async Task Whatever_comes_has_a_clear_outcome(string type, string body, HttpStatusCode status)
    {
        await using var host = await StartAsync();

        var answer = await PostAsync(host, type, body);

        Assert.Equal(status, answer.StatusCode);
        if (body.Length > 2)
        {
            Assert.DoesNotContain(body, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("None so far", await host.Browser().GetStringAsync("/_ic/leaks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_report_is_refused_and_many_forged_ones_are_counted_only()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(host, Old, new string(' ', 65 * 1024))).StatusCode);
        for (var i = 0; i < 40; i++)
        {
            var many = string.Join(',', Enumerable.Range(0, 40).Select(j => Modern($"http://localhost/{i}-{j}", $"https://x{i}-{j}.example/", "img-src")));
            await PostAsync(host, New, $"[{many}]");
        }

        var log = host.Services.GetRequiredService<LeakLog>();
        Assert.Equal(LeakLog.MostEntries, log.Read().Count);
        // Thirty-two of each forty are read.
        Assert.Equal((40 * 32) - LeakLog.MostEntries, log.Others);
        Assert.Contains("more came when the list was full", await host.Browser().GetStringAsync("/_ic/leaks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_texts_are_cut()
    {
        await using var host = await StartAsync();
        await PostAsync(host, Old, Csp($"http://localhost/{new string('p', 5_000)}", "https://unknown.example/", "img-src"));

        Assert.All(host.Services.GetRequiredService<LeakLog>().Read(), entry => Assert.InRange(entry.Leak.Page.Length, 1, 201));
    }

    [Fact]
    public async Task What_the_visitor_has_granted_meanwhile_is_no_leak()
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));

        await PostAsync(browser, Old, Csp("http://localhost/", "https://stats.example/x.js", "script-src"));

        Assert.Empty(host.Services.GetRequiredService<LeakLog>().Read());
    }

    [Fact]
    public async Task Everything_is_counted_as_metrics_with_declared_ids_only()
    {
        await using var host = await StartAsync();
        using var violations = new MetricCollector<long>(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.csp.violations");
        using var cookies = new MetricCollector<long>(host.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "Innovexus.Consent", "consent.cookies");

        await PostAsync(host, Old, Csp("http://localhost/", "https://unknown.example/", "img-src"));
        await PostAsync(host, Old, Csp("http://localhost/", "https://stats.example/", "script-src"));
        await host.Browser().GetAsync("/cookies");

        Assert.Equal(["undeclared img-src blocked", "stats script-src blocked"], violations.GetMeasurementSnapshot().Select(Text));
        Assert.Equal(["stats dropped NotDecided", "undeclared sent"], cookies.GetMeasurementSnapshot().Select(Text));

        static string Text(CollectedMeasurement<long> measurement) => string.Join(' ', new[] { "consent.vendor", "csp.directive", "consent.outcome", "consent.reason" }
            .Where(measurement.Tags.ContainsKey).Select(tag => measurement.Tags[tag]));
    }

    [Fact]
    public async Task The_list_is_for_development_only()
    {
        await using var host = await StartAsync("Production");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetAsync("/_ic/leaks")).StatusCode);
    }

    private static string Csp(string document, string blocked, string directive) =>
        $$$"""{"csp-report":{"document-uri":"{{{document}}}","referrer":"","violated-directive":"{{{directive}}}","effective-directive":"{{{directive}}}","original-policy":"x","disposition":"enforce","blocked-uri":"{{{blocked}}}","status-code":200,"source-file":"https://tags.example/load.js?key=secret","line-number":12}}""";

    private static string Modern(string document, string blocked, string directive) =>
        $$$"""{"type":"csp-violation","age":1,"url":"{{{document}}}","user_agent":"x","body":{"documentURL":"{{{document}}}","blockedURL":"{{{blocked}}}","effectiveDirective":"{{{directive}}}","disposition":"enforce","sourceFile":"https://tags.example/load.js?key=secret","lineNumber":12}}""";

    private static Task<HttpResponseMessage> PostAsync(Host host, string type, string body) => PostAsync(host.Browser(), type, body);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string type, string body)
    {
        // As Latin-1, so that a test can send what is no UTF-8.
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return browser.PostAsync("/_ic/reports", content);
    }

    private static Task<Host> StartAsync(string environment = "Development") => Host.StartAsync(
        options => options.Registry.Vendor("stats").AddOrigin("https://stats.example", VendorUses.Script).AddCookie("_st", "Tests"),
        app => app.MapGet("/cookies", (Microsoft.AspNetCore.Http.HttpContext context) =>
        {
            context.Response.Headers.SetCookie = new[] { "_st=1", "nobodys=1" };
            return "set";
        }),
        environment: environment);
}
