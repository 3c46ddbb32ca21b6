using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The server's own caches, with Blazor pages and Razor Pages in them.</summary>
public class CacheTests
{
    public enum Cache
    {
        Output,
        Response,
        None,
    }

    public static TheoryData<string, Cache> Pages => new MatrixTheoryData<string, Cache>(["/blazor", "/razor"], [Cache.Output, Cache.Response]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Visitors_who_decided_alike_share_a_page_and_others_do_not(string page, Cache cache)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(cache, clock: clock);

        var (accepted, refused, nobody) = await VisitAsync(host, page);
        Assert.Contains("<p>granted</p>", accepted, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", accepted, StringComparison.Ordinal);
        Assert.Contains("<p>denied</p>", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ic-banner", refused, StringComparison.Ordinal);
        Assert.Contains("<p>denied</p>", nobody, StringComparison.Ordinal);
        Assert.Contains("data-ic-banner", nobody, StringComparison.Ordinal);

        // Another one of those who have not decided: served from the cache.
        Assert.Equal(Rendering(nobody), Rendering(await host.Browser().GetStringAsync(page)));
        if (cache == Cache.Output)
        {
            // And of those who accepted, at another time: theirs are the verdicts, and nobody's time.
            clock.Advance(TimeSpan.FromMinutes(1));
            var other = await (await DecidedAsync(host, "accept-all")).GetStringAsync(page);
            Assert.Equal(accepted, other);
            Assert.Contains("\"decidedAt\":1,", other, StringComparison.Ordinal);
        }

        Assert.Equal(3, new[] { accepted, refused, nobody }.Select(Rendering).Distinct().Count());
    }

    // Of a Blazor page response caching would be told once more after what this control takes away.
    [Theory]
    [InlineData("/blazor", Cache.Output)]
    [InlineData("/razor", Cache.Output)]
    [InlineData("/razor", Cache.Response)]
    public async Task Without_that_the_same_page_leaks(string page, Cache cache)
    {
        await using var host = await StartAsync(cache, services => services.Remove(services.Single(service => service.ImplementationType == typeof(ConsentOutputCacheSetup))));

        var (accepted, refused, nobody) = await VisitAsync(host, $"{page}?control");

        Assert.Contains("<p>granted</p>", nobody, StringComparison.Ordinal);
        Assert.Single(new[] { accepted, refused, nobody }.Select(Rendering).Distinct());
    }

    [Theory]
    [InlineData(Cache.Output)]
    [InlineData(Cache.Response)]
    public async Task The_time_of_a_choice_is_shown_to_nobody_else(Cache cache)
    {
        var clock = Host.Clock();
        await using var host = await StartAsync(cache, clock: clock);
        var first = await DecidedAsync(host, "accept-all");
        Assert.Contains("24&#xA0;November", await first.GetStringAsync("/choices"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(2));
        var second = await DecidedAsync(host, "accept-all");

        Assert.Contains("26&#xA0;November", await second.GetStringAsync("/choices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_banner_is_due_its_way_back_is_that_of_the_request()
    {
        await using var host = await StartAsync(Cache.Output, services => services.AddOutputCache(options => options.AddBasePolicy(policy => policy.SetVaryByQuery("page"))));
        await host.Browser().GetStringAsync("/blazor?secret=1");

        Assert.DoesNotContain("secret", await host.Browser().GetStringAsync("/blazor?other=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_site_does_not_cache_is_not_cached()
    {
        await using var host = await StartAsync(Cache.Output);

        Assert.NotEqual(await host.Browser().GetStringAsync("/count"), await host.Browser().GetStringAsync("/count"));
    }

    [Theory]
    [InlineData("/blazor")]
    [InlineData("/razor")]
    public async Task Cacheable_page_is_rendered_the_same_for_each(string page)
    {
        // No cache, so that each is rendered for its visitor.
        await using var host = await StartAsync(Cache.None, configure: options => options.CacheablePages = true);
        var visits = new List<string>();
        foreach (var (name, value) in new[]
        {
            ("X-Nothing", "1"), ("Sec-GPC", "1"), ("Sec-Fetch-Dest", "iframe"), ("Cookie", "_ad_1=x"), ("Cookie", "ic_consent=v1.1.granted.refused."),
        })
        {
            var browser = host.Browser();
            browser.DefaultRequestHeaders.Add(name, value);
            visits.Add(await browser.GetStringAsync($"{page}?secret={visits.Count}"));
        }

        var (accepted, refused, _) = await VisitAsync(host, page);
        Assert.Single(visits.Append(accepted).Append(refused).Select(text => text.Replace($"rendering {Rendering(text)}.", "", StringComparison.Ordinal)).Distinct());
    }

    [Theory]
    [InlineData("/blazor")]
    [InlineData("/razor")]
    public async Task Cacheable_page_is_the_same_for_all(string page)
    {
        await using var host = await StartAsync(Cache.Output, configure: options => options.CacheablePages = true);

        var (accepted, refused, nobody) = await VisitAsync(host, page);

        Assert.Equal(accepted, nobody);
        Assert.Equal(refused, nobody);
        var answer = await host.Browser().GetAsync(page);
        Assert.Empty(answer.Headers.Vary);
        Assert.DoesNotContain("nonce", nobody, StringComparison.Ordinal);
        Assert.Contains("""<section class="ic ic-banner ic-banner-bar" data-ic-banner hidden""", nobody, StringComparison.Ordinal);
        Assert.Contains("\"decidedAt\":1,\"asOf\":0", nobody, StringComparison.Ordinal);
        Assert.Contains("""<template data-ic-view="stats" data-ic-branch><p>granted</p></template>""", nobody, StringComparison.Ordinal);
        Assert.Contains("""<ic-branch data-ic-view="stats" data-ic-branch><p>denied</p></ic-branch>""", nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cacheable_page_with_a_nonce_names_the_fix_at_the_first_render()
    {
        await using var host = await StartAsync(Cache.Output, configure: options =>
        {
            options.CacheablePages = true;
            options.Nonce = _ => "abc";
        });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Browser().GetStringAsync("/blazor"));

        Assert.Contains("ConsentHashes.Script", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cacheable_page_that_asks_who_is_looking_is_not_kept()
    {
        await using var host = await StartAsync(Cache.Output, configure: options => options.CacheablePages = true);

        var visitor = await DecidedAsync(host, "accept-all");
        Assert.Contains("stats", await visitor.GetStringAsync("/asks"), StringComparison.Ordinal);
        var answer = await host.Browser().GetAsync("/asks");
        Assert.DoesNotContain("stats", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Cookie", answer.Headers.Vary);
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Theory]
    [InlineData("/blazor")]
    [InlineData("/razor")]
    public async Task What_a_client_invents_makes_no_variant_in_the_cache(string page)
    {
        await using var host = await StartAsync(Cache.Output);
        async Task<string> AsAsync(string destination)
        {
            var browser = host.Browser();
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Dest", destination);
            return Rendering(await browser.GetStringAsync(page));
        }

        var whole = await AsAsync("document");
        var framed = await AsAsync("iframe");

        Assert.NotEqual(whole, framed);
        Assert.All([await AsAsync("empty"), await AsAsync("x"), await AsAsync("IFRAME-1"), await AsAsync("document, iframe")], rendering => Assert.Equal(whole, rendering));
        Assert.All([await AsAsync("frame"), await AsAsync("embed"), await AsAsync("object"), await AsAsync("fencedframe")], rendering => Assert.Equal(framed, rendering));
    }

    [Theory]
    [InlineData("/choices")]
    [InlineData("/_ic/preferences")]
    public async Task Preferences_stay_each_visitors_own(string page)
    {
        await using var host = await StartAsync(Cache.Output, configure: options =>
        {
            options.CacheablePages = true;
            options.PreferencesPath = "/choices";
        });

        var visitor = await DecidedAsync(host, "accept-all");
        Assert.Contains("24&#xA0;November", await visitor.GetStringAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("24&#xA0;November", await host.Browser().GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hashes_are_those_of_the_inline_code()
    {
        await using var host = await StartAsync(Cache.Output, configure: options =>
        {
            options.CacheablePages = true;
            options.Signals.Add(new() { When = SignalMoment.Before, Form = SignalForm.PushArray, Target = "_paq", Arguments = "[\"requireConsent\"]" });
        });

        var page = await host.Browser().GetStringAsync("/blazor");

        var scripts = page.Split("<script>").Skip(1).Select(part => part.Split("</script>")[0]).ToArray();
        Assert.Equal(2, scripts.Length);
        Assert.Equal(ConsentHashes.Script.Split(' ').Order(), scripts.Select(Hash).Order());
        Assert.Contains(Hash(Between(page, "<style>", "</style>")), ConsentHashes.Style, StringComparison.Ordinal);
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))}'";

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];

    private static string Rendering(string page) => Between(page, "rendering ", ".");

    private static async Task<(string Accepted, string Refused, string Nobody)> VisitAsync(Host host, string page)
    {
        var accepted = await DecidedAsync(host, "accept-all");
        var refused = await DecidedAsync(host, "reject-all");
        return (await accepted.GetStringAsync(page), await refused.GetStringAsync(page), await host.Browser().GetStringAsync(page));
    }

    private static async Task<HttpClient> DecidedAsync(Host host, string action)
    {
        var browser = host.Browser(new CookieContainer());
        (await browser.PostAsync("/_ic/decision", Form(action))).Dispose();
        return browser;
    }

    private static Task<Host> StartAsync(
        Cache cache, Action<IServiceCollection>? more = null, Action<ConsentServerOptions>? configure = null, TimeProvider? clock = null) => Host.StartAsync(
        configure,
        app =>
        {
            if (cache == Cache.Response)
            {
                app.UseResponseCaching();
                app.Use((context, next) =>
                {
                    if (HttpMethods.IsGet(context.Request.Method))
                    {
                        context.Response.Headers.CacheControl = "public, max-age=60";
                    }

                    return next(context);
                });
            }
            else if (cache == Cache.Output)
            {
                app.UseOutputCache();
            }

            app.UseAntiforgery();
            app.MapRazorPages();
            app.MapRazorComponents<CachedApp>();
            app.MapGet("/count", (HttpContext context) => CachedEnd.Mark(context));
            app.MapGet("/asks", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).CacheOutput();
        },
        services =>
        {
            services.AddRazorPages(options => options.RootDirectory = "/Caching");
            services.AddResponseCaching();
        },
        clock,
        after: more);
}
