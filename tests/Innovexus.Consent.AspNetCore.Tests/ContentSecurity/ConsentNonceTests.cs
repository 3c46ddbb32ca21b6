using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

public class ConsentNonceTests
{
    [Fact]
    public async Task No_nonce_unless_the_site_uses_one()
    {
        await using var host = await Host.StartAsync();

        var answer = await host.Browser().GetAsync("/page");

        Assert.DoesNotContain("nonce=", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(answer.Headers.CacheControl);
    }

    [Fact]
    public async Task Everything_rendered_carries_the_nonce_that_was_asked_for()
    {
        string? nonce = null;
        await using var host = await Host.StartAsync(use: app => app.Use((context, next) =>
        {
            nonce = context.GetConsentNonce();
            Assert.Equal(nonce, context.GetConsentNonce());
            return next(context);
        }));

        var answer = await host.Browser().GetAsync("/page");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(16, System.Buffers.Text.Base64Url.DecodeFromChars(nonce!).Length);
        Assert.Equal(2, page.Split($"nonce=\"{nonce}\"").Length - 1);
        Assert.Equal("private", answer.Headers.CacheControl!.ToString());
        var first = nonce;
        await host.Browser().GetAsync("/page");
        Assert.NotEqual(first, nonce);
    }

    [Fact]
    public async Task The_sites_own_nonce_is_used()
    {
        await using var host = await Host.StartAsync(options => options.Nonce = context => (string?)context.Items["nonce"], app => app.Use((context, next) =>
        {
            context.Items["nonce"] = "own";
            return next(context);
        }));

        Assert.Contains("nonce=\"own\"", await host.Browser().GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_returns_nothing_means_no_nonce_and_says_so_to_who_asks()
    {
        InvalidOperationException? thrown = null;
        await using var host = await Host.StartAsync(options => options.Nonce = _ => null, app => app.MapGet("/ask", (HttpContext context) =>
        {
            thrown = Assert.Throws<InvalidOperationException>(() => context.GetConsentNonce());
        }));

        Assert.DoesNotContain("nonce=", await host.Browser().GetStringAsync("/page"), StringComparison.Ordinal);
        await host.Browser().GetAsync("/ask");
        Assert.Contains("options.Nonce returned no nonce", thrown!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_with_a_nonce_is_never_stored(bool withNonce)
    {
        var rendered = 0;
        await using var host = await Host.StartAsync(use: app =>
        {
            app.UseOutputCache();
            app.MapGet("/cached", (HttpContext context) =>
            {
                rendered++;
                if (withNonce)
                {
                    context.GetConsentNonce();
                }

                return Results.Text("page");
            }).CacheOutput();
        });

        await host.Browser().GetAsync("/cached");
        await host.Browser().GetAsync("/cached");

        // Without a nonce the same endpoint is stored: the check can fail.
        Assert.Equal(withNonce ? 2 : 1, rendered);
    }

    [Fact]
    public async Task A_public_page_becomes_private_and_no_store_stays()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.MapGet("/public", (HttpContext context) =>
            {
                context.GetConsentNonce();
                context.Response.Headers.CacheControl = "public, max-age=60, s-maxage=600";
            });
            app.MapGet("/no-store", (HttpContext context) =>
            {
                context.GetConsentNonce();
                context.Response.Headers.CacheControl = "no-store";
            });
        });

        Assert.Equal("max-age=60, private", (await host.Browser().GetAsync("/public")).Headers.CacheControl!.ToString());
        Assert.Equal("no-store", (await host.Browser().GetAsync("/no-store")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Pages_of_enhanced_navigation_link_the_style_where_a_nonce_would_be_another_documents()
    {
        await using var host = await Host.StartAsync(options => options.Nonce = _ => "own");
        var browser = host.Browser();
        Assert.Contains("<style", await browser.GetStringAsync("/page"), StringComparison.Ordinal);

        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
        var page = await browser.GetStringAsync("/page");

        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.Contains("ic.css", page, StringComparison.Ordinal);
    }
}
