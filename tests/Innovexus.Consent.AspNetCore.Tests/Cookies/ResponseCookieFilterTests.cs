using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Cookies of vendors that are not granted never leave the server, however they are set.</summary>
public class ResponseCookieFilterTests
{
    private static readonly Dictionary<string, Action<HttpContext>> Ways = new(StringComparer.Ordinal)
    {
        ["Append"] = context => context.Response.Cookies.Append("_st_1", "a"),
        ["Essential"] = context => context.Response.Cookies.Append("_st_1", "a", new() { IsEssential = true }),
        ["Header"] = context => context.Response.Headers.Append(HeaderNames.SetCookie, "_st_1=a; Path=/"),
        ["Assignment"] = context => context.Response.Headers.SetCookie = "_st_1=a",
        ["OnStarting"] = context => context.Response.OnStarting(() =>
        {
            context.Response.Headers.Append(HeaderNames.SetCookie, "_st_1=a");
            return Task.CompletedTask;
        }),
        ["Before us"] = context => { },
    };

    public static TheoryData<string> WayNames => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(WayNames))]
    public async Task Cookie_of_a_vendor_that_is_not_granted_is_dropped_however_it_is_set(string way)
    {
        await using var host = await StartAsync(app => app.MapGet("/set", (HttpContext context) =>
        {
            Ways[way](context);
            context.Response.Headers.Append(HeaderNames.SetCookie, "mine=1");
            return "set";
        }), services: services =>
        {
            // A filter of another package that was added before AddConsent.
            if (way == "Before us")
            {
                services.AddTransient<Microsoft.AspNetCore.Hosting.IStartupFilter, EarlyCookie>();
            }
        });
        var browser = host.Browser(new CookieContainer());

        Assert.Equal(["mine"], Names(await browser.GetAsync("/set")));
        await browser.PostAsync("/_ic/decision", Form("reject-all"));
        Assert.Equal(["mine"], Names(await browser.GetAsync("/set")));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(["_st_1", "mine"], Names(await browser.GetAsync("/set")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_encoded_in_the_header_is_that_of_the_declaration()
    {
        await using var host = await Host.StartAsync(
            use: app => app.MapGet("/set", (HttpContext context) =>
            {
                context.Response.Cookies.Append("AMCV_9%40AdobeOrg", "1");
                context.Response.Cookies.Append("mine%40home", "1");
            }),
            after: services => services.AddConsent(_ => { }).AddVendor("adobe", "analytics", vendor =>
            {
                (vendor.Name, vendor.Purpose) = ("Adobe", "Tests");
                vendor.AddCookie("AMCV_*@AdobeOrg", "Tests");
            }));
        var browser = host.Browser(new CookieContainer());

        Assert.Equal(["mine%40home"], Names(await browser.GetAsync("/set")));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(["AMCV_9%40AdobeOrg", "mine%40home"], Names(await browser.GetAsync("/set")));
    }

    [Theory]
    [InlineData("_st_1=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", true)]
    [InlineData("_st_1=; Max-Age=0", true)]
    [InlineData("_st_1=a; Max-Age=-5; Expires=Fri, 01 Jan 2100 00:00:00 GMT", true)]
    [InlineData("_st_1=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=100", false)]
    [InlineData("_st_1=a; Expires=Fri, 01 Jan 2100 00:00:00 GMT", false)]
    [InlineData("_st_1=a; Expires=never", false)]
    [InlineData("_st_1=a; Max-Age=1x; Max-Age=", false)]
    [InlineData("_st_1=a; Max-Age=0; Max-Age=9", false)]
    [InlineData("_st_1=a; Expires=Thu Jan  1 00:00:00 1970", true)]
    [InlineData("_st_1=a; Expires=Wed, 01-Jan-70 00:00:01 UTC", true)]
    [InlineData("_st_1=a; Expires=2020-01-01", false)]
    [InlineData("_st_1=a; Expires=1/1/2020", false)]
    [InlineData("_st_1=a; Expires=01 Jan", false)]
    [InlineData("_st_1=a; Expires=01 Jan 60 00:00:00", false)]
    [InlineData("_st_1=a; Expires=10:00", false)]
    [InlineData("  _st_1  =a", false)]
    [InlineData("_st_1=a,mine=b", false)]
    [InlineData("_st_1", true)]
    [InlineData("", true)]
    [InlineData(";;;", true)]
    [InlineData("=_st_1", true)]
    [InlineData("_ST_1=a", true)]
    [InlineData("__Host-ic_consent=a", true)]
    public async Task Deletions_pass_and_what_browsers_would_not_parse_is_nobodys(string header, bool passes)
    {
        await using var host = await StartAsync(app => app.MapGet("/set", (HttpContext context) =>
        {
            context.Response.Headers.SetCookie = header;
            return "set";
        }));

        // Without a cookie jar, which would not take all of them.
        using var browser = host.Client();
        Assert.Equal(passes, (await browser.GetAsync("/set")).Headers.TryGetValues("Set-Cookie", out _));
    }

    [Fact]
    public async Task Order_and_text_of_the_others_stay()
    {
        string[] all = ["b=1; Path=/; HttpOnly", "_st_1=x", "a=\"2\"; SameSite=None", "_ad_1=y", "b=1; Path=/; HttpOnly"];
        await using var host = await StartAsync(app => app.MapGet("/set", (HttpContext context) =>
        {
            context.Response.Headers.SetCookie = all;
            return "set";
        }));

        Assert.Equal([all[0], all[2], all[4]], (await host.Browser().GetAsync("/set")).Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("/redirect")]
    [InlineData("/empty")]
    [InlineData("/flushed")]
    [InlineData("/failed")]
    public async Task Every_kind_of_response_is_filtered(string path)
    {
        await using var host = await StartAsync(app =>
        {
            app.UseExceptionHandler(branch => branch.Run(context =>
            {
                context.Response.Cookies.Append("_st_1", "a");
                return context.Response.WriteAsync("failed");
            }));
            app.Use((context, next) =>
            {
                context.Response.Cookies.Append("_st_1", "a");
                return next(context);
            });
            app.MapGet("/redirect", () => Results.Redirect("/state"));
            app.MapGet("/empty", () => Results.NoContent());
            app.MapGet("/flushed", async (HttpContext context) =>
            {
                await context.Response.StartAsync();
                await context.Response.WriteAsync("flushed");
            });
            app.MapGet("/failed", string () => throw new InvalidOperationException());
        });

        Assert.False((await host.Browser().GetAsync(path)).Headers.TryGetValues("Set-Cookie", out _));
    }

    [Fact]
    public async Task Session_and_authentication_that_a_site_declares_for_an_optional_vendor_are_dropped_and_framework_cookies_pass()
    {
        await using var host = await StartAsync(
            app =>
            {
                app.UseSession();
                app.MapGet("/session", (HttpContext context) =>
                {
                    context.Session.SetString("a", "b");
                    return "set";
                });
                app.MapGet("/in", (HttpContext context) => Results.SignIn(new(new System.Security.Claims.ClaimsIdentity("test")), authenticationScheme: "own"));
            },
            services: services =>
            {
                services.AddDistributedMemoryCache();
                services.AddSession();
                services.AddAuthentication("own").AddCookie("own", options => options.Cookie.Name = "_st_auth");
            },
            builder: consent => consent.AddFrameworkCookies(FrameworkCookies.Session));

        Assert.Equal([".AspNetCore.Session"], Names(await host.Browser().GetAsync("/session")));
        Assert.Empty(Names(await host.Browser().GetAsync("/in")));
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(["_st_auth"], Names(await browser.GetAsync("/in")));
    }

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, true, true)]
    public async Task Undeclared_cookies_are_reported_and_by_option_dropped_unless_code_calls_them_essential(bool drop, bool plain, bool essential, bool deleted)
    {
        await using var host = await StartAsync(
            app => app.MapGet("/set", (HttpContext context) =>
            {
                context.Response.Cookies.Append("plain", "1");
                context.Response.Headers.Append(HeaderNames.SetCookie, "raw=1");
                context.Response.Cookies.Append("needed", "1", new() { IsEssential = true });
                context.Response.Cookies.Delete("gone");
                context.Response.Cookies.Delete("gone-too", new() { Path = "/a" });
                return "set";
            }),
            options => options.DropUndeclaredCookies = drop,
            environment: "Development");

        var names = Names(await host.Browser().GetAsync("/set"));

        Assert.Equal(plain, names.Contains("plain"));
        Assert.Equal(plain, names.Contains("raw"));
        Assert.Equal(essential, names.Contains("needed"));
        Assert.Equal(deleted, names.Contains("gone"));
        Assert.Contains("gone-too", names);
        var page = await host.Browser().GetStringAsync("/_ic/leaks");
        Assert.Contains("undeclared: plain", page, StringComparison.Ordinal);
        Assert.Contains(drop ? ">dropped<" : ">sent<", page, StringComparison.Ordinal);
        Assert.Contains(">/set<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_of_several_vendors_may_be_set_for_each_of_them()
    {
        await using var host = await StartAsync(
            app => app.MapGet("/set", (HttpContext context) =>
            {
                context.Response.Headers.SetCookie = "shared=1";
                return "set";
            }),
            builder: consent => consent
                .AddVendor("other-ads", "marketing", vendor => (vendor.Name, vendor.Purpose) = ("Other", "Tests"))
                .AddVendor("third", "marketing", vendor =>
                {
                    (vendor.Name, vendor.Purpose) = ("Third", "Tests");
                    vendor.AddCookie("shared", "Tests");
                })
                .AddVendor("fourth", "analytics", vendor =>
                {
                    (vendor.Name, vendor.Purpose) = ("Fourth", "Tests");
                    vendor.AddCookie("sha*", "Tests");
                }));
        var browser = host.Browser(new CookieContainer());

        Assert.Empty(Names(await browser.GetAsync("/set")));
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        Assert.Equal(["shared"], Names(await browser.GetAsync("/set")));
    }

    [Fact]
    public async Task What_the_same_request_decides_counts()
    {
        await using var host = await StartAsync(app => app.MapGet("/set", async (HttpContext context, IConsentService consent) =>
        {
            context.Response.Cookies.Append("_st_1", "a");
            await consent.DecideAsync(ConsentChoice.Only("analytics"));
            return "set";
        }));

        Assert.Contains("_st_1", Names(await host.Browser().GetAsync("/set")));
    }

    private static string[] Names(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values.Select(value => value.Split('=')[0])] : [];

    private static Task<Host> StartAsync(
        Action<WebApplication> use,
        Action<ConsentServerOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        Action<IConsentBuilder>? builder = null,
        string environment = "Production") => Host.StartAsync(
        configure,
        use,
        services,
        environment: environment,
        after: all => (builder ?? (_ => { }))(all.AddConsent()
            .AddVendor("stats-cookies", "analytics", vendor =>
            {
                (vendor.Name, vendor.Purpose) = ("Stats cookies", "Tests");
                vendor.AddCookie("_st_*", "Tests");
            })
            .AddVendor("ads-cookies", "marketing", vendor =>
            {
                (vendor.Name, vendor.Purpose) = ("Ads cookies", "Tests");
                vendor.AddCookie("_ad_1", "Tests");
            })));

    private sealed class EarlyCookie : Microsoft.AspNetCore.Hosting.IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.Append(HeaderNames.SetCookie, "_st_1=a");
                    return Task.CompletedTask;
                });
                return following(context);
            });
            next(app);
        };
    }
}
