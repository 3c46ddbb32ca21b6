using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>
/// Every kind of page, in every way that a site can have it cached, with the cache's middleware first and last: nobody gets what was
/// rendered for another. With a nonce the proof is that nothing is stored.
/// </summary>
public class CacheMatrixTests
{
    private static readonly string[] Kinds = ["blazor", "live", "wasm", "auto", "razor", "mvc", "minimal"];

    public enum Way
    {
        Attribute,
        CacheOutput,
        Named,
        Forced,
        ForcedAgain,
        ResponseCaching,
    }

    public enum Order
    {
        CacheFirst,
        CacheLast,
        CacheBeforeRouting,
    }

    public static TheoryData<Way, Order, bool> All => new MatrixTheoryData<Way, Order, bool>(Enum.GetValues<Way>(), Enum.GetValues<Order>(), [false, true]);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_gets_anothers_page_nonce_or_cookie(Way way, Order order, bool nonce)
    {
        await using var host = await StartAsync(way, order, nonce);
        foreach (var kind in Kinds)
        {
            foreach (var query in new[] { "", "?cookie" })
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                var visits = await VisitAllAsync(host, $"/matrix/{kind}{query}", seen, nonce);

                var isStored = IsStored(kind, way, order, nonce) && query.Length == 0;
                if (isStored || nonce)
                {
                    Assert.Equal(isStored, visits.Select(visit => visit.Rendering).Distinct().Count() < visits.Count);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_without_consent_gets_a_guarded_page_that_was_stored_for_somebody_with_it(Way way, Order order, bool nonce)
    {
        await using var host = await StartAsync(way, order, nonce);
        foreach (var kind in Kinds)
        {
            var renderings = new List<string>();
            foreach (var choice in new[] { "accept-all", null, "reject-all", "accept-all", null })
            {
                var browser = await BrowserAsync(host, choice);
                // Twice, so that the second may come from the cache.
                for (var i = 0; i < 2; i++)
                {
                    var answer = await browser.GetAsync($"/matrix/guarded-{kind}");
                    Assert.Equal(choice == "accept-all" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
                    var page = await answer.Content.ReadAsStringAsync();
                    Assert.Equal(choice == "accept-all", page.Contains("rendering ", StringComparison.Ordinal));
                    if (choice == "accept-all")
                    {
                        renderings.Add(Rendering(page));
                    }
                }
            }

            if (IsStored(kind, way, order, nonce) || nonce)
            {
                Assert.Equal(!nonce, renderings.Distinct().Count() < renderings.Count);
            }
        }
    }

    // A check that nothing leaks proves little where nothing is stored. Routing later than the cache hides what endpoints say, and an
    // application with interactive parts forbids response caching by itself.
    private static bool IsStored(string kind, Way way, Order order, bool nonce) =>
        !nonce && (way == Way.ResponseCaching ? kind is "razor" or "mvc" or "minimal" : order != Order.CacheBeforeRouting);

    private static string Rendering(string page) => page.Split("rendering ")[1].Split('.')[0];

    [Fact]
    public async Task Without_the_librarys_policy_the_same_pages_leak()
    {
        await using var host = await StartAsync(Way.CacheOutput, Order.CacheLast, nonce: false, services => services.Remove(
            services.Single(service => service.ImplementationType == typeof(ConsentOutputCacheSetup))));

        await (await BrowserAsync(host, "accept-all")).GetAsync("/matrix/minimal");

        Assert.Contains("<p>granted</p>", await (await BrowserAsync(host, null)).GetStringAsync("/matrix/minimal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_is_given_before_the_cache_stays()
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.Use((context, next) =>
            {
                context.Response.Headers.Append("Set-Cookie", $"own={context.Request.Headers["X-Visitor"]}");
                return next(context);
            });
            app.UseOutputCache();
            app.MapGet("/stored", () => Guid.NewGuid().ToString()).CacheOutput(policy => policy.AddPolicy<ForcedAtRequest>(), excludeDefaultPolicy: true);
        });
        var pages = new List<string>();
        foreach (var visitor in new[] { "a", "b" })
        {
            var browser = host.Browser();
            browser.DefaultRequestHeaders.Add("X-Visitor", visitor);
            var answer = await browser.GetAsync("/stored");
            Assert.Equal([$"own={visitor}"], answer.Headers.GetValues("Set-Cookie"));
            pages.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Theory]
    [InlineData(Way.Forced)]
    [InlineData(Way.ForcedAgain)]
    public async Task A_page_that_decides_is_stored_for_nobody(Way way)
    {
        await using var host = await Host.StartAsync(use: app =>
        {
            app.UseOutputCache();
            Declare(app.MapGet("/decides", async (HttpContext context, IConsentService consent) =>
            {
                if (context.Request.Headers.ContainsKey("X-Decide"))
                {
                    await consent.DecideAsync(ConsentChoice.AcceptAll);
                }

                return string.Join(' ', context.GetConsent().Granted);
            }), way);
        });
        using var decider = host.Client();
        decider.DefaultRequestHeaders.Add("X-Decide", "yes");

        Assert.Contains("stats", await decider.GetStringAsync("/decides"), StringComparison.Ordinal);
        Assert.DoesNotContain("stats", await host.Browser().GetStringAsync("/decides"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_filter_of_MVC_does_not_take_away_what_tells_response_caching(bool askedBefore)
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.UseResponseCaching();
                app.Use((context, next) =>
                {
                    if (askedBefore)
                    {
                        context.GetConsent();
                    }

                    return next(context);
                });
                app.MapControllers();
            },
            services: services =>
            {
                services.AddResponseCaching();
                services.AddControllersWithViews().AddApplicationPart(typeof(CacheMatrixTests).Assembly);
            });

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("<p>granted</p>", await (await BrowserAsync(host, "accept-all")).GetStringAsync("/matrix/stored"), StringComparison.Ordinal);
            Assert.Contains("<p>denied</p>", await (await BrowserAsync(host, null)).GetStringAsync("/matrix/stored"), StringComparison.Ordinal);
        }
    }

    private sealed record Visit(string Visitor, string Rendering);

    private static async Task<List<Visit>> VisitAllAsync(Host host, string path, HashSet<string> nonces, bool nonce)
    {
        var visits = new List<Visit>();
        var antiforgery = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in new[] { "accept-all", "reject-all", null, "accept-all", null, "reject-all" })
        {
            var visitor = Guid.NewGuid().ToString("N");
            var browser = await BrowserAsync(host, choice);
            browser.DefaultRequestHeaders.Add("X-Visitor", visitor);
            for (var i = 0; i < 2; i++)
            {
                var answer = await browser.GetAsync(path);
                var page = await answer.Content.ReadAsStringAsync();
                Assert.Equal(choice == "accept-all", page.Contains("<p>granted</p>", StringComparison.Ordinal));
                Assert.Equal(choice is null, page.Contains("data-ic-banner", StringComparison.Ordinal));
                if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                {
                    Assert.All(cookies, cookie => Assert.True(
                        cookie.StartsWith(".AspNetCore.Antiforgery", StringComparison.Ordinal) ? antiforgery.Add(cookie) : choice == "accept-all" && cookie.StartsWith($"_st={visitor}", StringComparison.Ordinal),
                        $"{cookie} of another came to {visitor}, {choice}"));
                }

                if (nonce)
                {
                    var own = answer.Headers.GetValues("Content-Security-Policy").Single(policy => policy.Contains("nonce", StringComparison.Ordinal)).Split("'nonce-")[1].Split('\'')[0];
                    Assert.Contains($"nonce=\"{own}\"", page, StringComparison.Ordinal);
                    Assert.True(nonces.Add(own), "A nonce came twice.");
                    Assert.True(answer.Headers.CacheControl?.Private == true || answer.Headers.CacheControl?.NoStore == true);
                }

                visits.Add(new(visitor, Rendering(page)));
            }
        }

        return visits;
    }

    private static async Task<HttpClient> BrowserAsync(Host host, string? action)
    {
        var browser = host.Browser(new CookieContainer());
        if (action is not null)
        {
            (await browser.PostAsync("/_ic/decision", Form(action))).Dispose();
        }

        return browser;
    }

    private static Task<Host> StartAsync(Way way, Order order, bool nonce, Action<IServiceCollection>? after = null) => Host.StartAsync(
        use: app =>
        {
            if (order != Order.CacheBeforeRouting)
            {
                app.UseRouting();
            }

            if (order != Order.CacheLast)
            {
                Cache(app);
            }

            app.Use((context, next) =>
            {
                if (nonce)
                {
                    context.Response.Headers.ContentSecurityPolicy = $"script-src 'nonce-{context.GetConsentNonce()}'";
                }

                return next(context);
            });
            if (order == Order.CacheLast)
            {
                Cache(app);
            }

            if (order == Order.CacheBeforeRouting)
            {
                app.UseRouting();
            }

            app.UseAntiforgery();
            foreach (var endpoints in new IEndpointConventionBuilder[]
            {
                app.MapRazorPages(),
                app.MapControllers(),
                app.MapRazorComponents<MatrixApp>().AddInteractiveServerRenderMode().AddInteractiveWebAssemblyRenderMode(),
                app.MapGet("/matrix/minimal", () => new RazorComponentResult<MatrixDocument>()),
                app.MapGet("/matrix/guarded-minimal", () => new RazorComponentResult<MatrixDocument>()).RequireConsent("analytics"),
            })
            {
                Declare(endpoints, way);
            }

            void Cache(WebApplication app)
            {
                if (way == Way.ResponseCaching)
                {
                    app.UseResponseCaching();
                    app.Use((context, next) =>
                    {
                        context.Response.Headers.CacheControl = HttpMethods.IsGet(context.Request.Method) ? "public, max-age=60" : default;
                        return next(context);
                    });
                }
                else
                {
                    app.UseOutputCache();
                }
            }
        },
        services: services =>
        {
            services.AddRazorPages(options => options.RootDirectory = "/Caching/Matrix/Pages").AddApplicationPart(typeof(CacheMatrixTests).Assembly);
            services.AddRazorComponents().AddInteractiveServerComponents().AddInteractiveWebAssemblyComponents();
            services.AddResponseCaching();
            services.AddOutputCache(options => options.AddPolicy("named", policy => policy.Expire(TimeSpan.FromMinutes(1))));
        },
        after: all =>
        {
            all.AddConsent().AddVendor("stats-cookies", "analytics", vendor =>
            {
                (vendor.Name, vendor.Purpose, vendor.Role) = ("Stats cookies", "Tests", VendorRole.Processor);
                vendor.AddCookie("_st", "Tests");
            });
            after?.Invoke(all);
        });

    private static void Declare(IEndpointConventionBuilder endpoints, Way way) => _ = way switch
    {
        Way.Attribute => endpoints.WithMetadata(new OutputCacheAttribute { Duration = 60 }),
        Way.CacheOutput => endpoints.CacheOutput(),
        Way.Named => endpoints.CacheOutput("named"),
        Way.Forced => endpoints.CacheOutput(policy => policy.AddPolicy<ForcedAtRequest>(), excludeDefaultPolicy: true),
        Way.ForcedAgain => endpoints.CacheOutput(policy => policy.AddPolicy<ForcedAtResponse>(), excludeDefaultPolicy: true),
        _ => endpoints,
    };
}
