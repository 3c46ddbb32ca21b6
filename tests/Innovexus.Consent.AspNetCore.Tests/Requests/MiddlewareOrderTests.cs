using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>There is no middleware line, so the order of the host's own cannot be wrong.</summary>
public class MiddlewareOrderTests
{
    private static readonly Dictionary<string, Action<WebApplication>> Middlewares = new(StringComparer.Ordinal)
    {
        ["cache"] = app => app.UseOutputCache(),
        ["session"] = app => app.UseSession(),
        // The strictest a site can set: none of it may reach the decision.
        ["cookies"] = app => app.UseCookiePolicy(new() { CheckConsentNeeded = _ => true, HttpOnly = HttpOnlyPolicy.Always, MinimumSameSitePolicy = SameSiteMode.Strict }),
        ["errors"] = app => app.UseStatusCodePages(),
        ["antiforgery"] = app => app.UseAntiforgery(),
    };

    public static TheoryData<string> Orders => [.. Permutations([.. Middlewares.Keys]).Select(order => string.Join(' ', order))];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_order_of_the_hosts_middlewares_gives_the_same(string order)
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                foreach (var name in order.Split(' '))
                {
                    Middlewares[name](app);
                }

                app.MapRazorComponents<CachedApp>();
            },
            services: services => services.AddDistributedMemoryCache().AddSession());
        var cookies = new CookieContainer();
        var browser = host.Browser(cookies);

        Assert.Contains("data-ic-banner", await browser.GetStringAsync("/blazor"), StringComparison.Ordinal);
        var answer = await browser.PostAsync("/_ic/decision", Form("accept-all"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ic_consent=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("stats", await browser.GetStringAsync("/state"), StringComparison.Ordinal);
        var page = await browser.GetStringAsync("/blazor");
        Assert.Contains("<p>granted</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", page, StringComparison.Ordinal);
        Assert.Contains("data-ic-banner", await host.Browser().GetStringAsync("/blazor"), StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Permutations(string[] items) => items.Length < 2
        ? [items]
        : items.SelectMany(item => Permutations([.. items.Where(other => other != item)]).Select(rest => rest.Prepend(item).ToArray()));
}
