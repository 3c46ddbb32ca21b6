using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The nonce of a well-known package for security headers.</summary>
public class NetEscapadesTests
{
    [Fact]
    public async Task Everything_rendered_carries_that_packages_nonce()
    {
        await using var host = await Host.StartAsync(
            options => options.Nonce = context => context.GetNonce(),
            app => app.UseSecurityHeaders(new HeaderPolicyCollection().AddContentSecurityPolicy(policy =>
            {
                policy.AddScriptSrc().WithNonce().StrictDynamic();
                policy.AddStyleSrc().Self().WithNonce();
            })));

        var answer = await host.Browser().GetAsync("/page");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("'strict-dynamic'", policy, StringComparison.Ordinal);
        Assert.NotEmpty(nonce);
        Assert.All(Elements(page, "script").Concat(Elements(page, "style")), element => Assert.Contains($"nonce=\"{nonce}\"", element, StringComparison.Ordinal));
        Assert.NotEmpty(Elements(page, "script"));
        Assert.NotEmpty(Elements(page, "style"));
    }

    // What runs or applies by itself: no data, and no gates, which the runtime gives the document's nonce.
    private static string[] Elements(string page, string name) =>
        [.. page.Split($"<{name}").Skip(1).Select(rest => rest.Split('>')[0]).Where(element => !element.Contains("type=\"application/json\"", StringComparison.Ordinal) && !element.Contains("type=\"text/plain\"", StringComparison.Ordinal))];
}
