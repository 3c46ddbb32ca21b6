using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What is reached with consent only.</summary>
public class GuardTests
{
    public static TheoryData<string> Guarded =>
    [
        "/guarded/minimal", "/guarded/attribute", "/guarded/group/in", "/guarded/group/nested", "/guarded/blazor", "/guarded/blazor-live", "/guarded/razor",
        "/guarded/action", "/guarded/api", "/guarded/dynamic/x", "/fallback/anything", "/fallback-page/anything", "/fallback-controller/anything", "/guarded/short",
    ];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_visitor_without_consent_is_refused_and_one_with_it_is_let_through(string path)
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());

        var refused = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Cookie", refused.Headers.Vary);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("behind the guard", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.PostAsync("/_ic/decision", Form("save", ("category", "functional")));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        var granted = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        Assert.Contains("behind the guard", await granted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Cookie", granted.Headers.Vary);
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Without_the_policy_the_same_endpoint_is_open(string path)
    {
        await using var host = await StartAsync(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ConsentMatcherPolicy))));

        // Blazor's router has the route view of ours, which is the second guard.
        var answer = await host.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(!path.Contains("/blazor", StringComparison.Ordinal), (await answer.Content.ReadAsStringAsync()).Contains("behind the guard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_id_of_nested_groups_counts()
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());

        var problem = await (await browser.GetAsync("/both/in")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["analytics", "ads"], problem.GetProperty("consent").EnumerateArray().Select(id => id.GetString()));
        await browser.PostAsync("/_ic/decision", Form("save", ("category", "analytics")));
        problem = await (await browser.GetAsync("/both/in")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["ads"], problem.GetProperty("consent").EnumerateArray().Select(id => id.GetString()));
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/both/in")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_guarded_is_as_it_was()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();

        Assert.Equal("free", await browser.GetStringAsync("/free/action"));
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/guarded/minimal", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/nowhere")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.PutAsync("/guarded/minimal", null)).StatusCode);
        using var options = new HttpRequestMessage(HttpMethod.Options, "/guarded/minimal");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.SendAsync(options)).StatusCode);
    }

    [Fact]
    public async Task A_page_load_is_refused_with_a_page_that_leads_on()
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        var answer = await browser.GetAsync("/guarded/minimal?a=1");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("This page needs your permission", page, StringComparison.Ordinal);
        Assert.Contains("Allow Analytics", page, StringComparison.Ordinal);
        Assert.Contains("""name="grant" value="analytics""", page, StringComparison.Ordinal);
        Assert.Contains("/guarded/minimal?a=1", page, StringComparison.Ordinal);
        Assert.Contains("""data-permanent="ic-root""", page, StringComparison.Ordinal);
        Assert.Contains("/_ic/preferences", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html; blazor-enhanced-nav=on")]
    public async Task Others_are_refused_with_a_problem_that_names_category_and_settings(string accept)
    {
        await using var host = await StartAsync();
        var browser = host.Browser();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        var answer = await browser.GetAsync("/guarded/minimal");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(403, problem.GetProperty("status").GetInt32());
        Assert.Equal("/_ic/preferences", problem.GetProperty("settings").GetString());
        Assert.Contains("'analytics'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorization_answers_first_and_other_sites_can_read_a_refusal_that_they_may()
    {
        await using var host = await StartAsync();
        var browser = host.Browser(new CookieContainer());

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/guarded/signed-in")).StatusCode);
        browser.DefaultRequestHeaders.Add("X-User", "anna");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/guarded/signed-in")).StatusCode);
        Assert.Contains("consent", await (await browser.GetAsync("/guarded/signed-in")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Equal("behind the guard", await browser.GetStringAsync("/guarded/signed-in"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/guarded/shared");
        request.Headers.Add("Origin", "https://other.example");
        var answer = await host.Browser().SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("https://other.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_known_of_a_visitor_only_once_signed_in_counts_too(bool askedBefore)
    {
        await using var host = await Host.StartAsync(
            options => options.Restricted = (context, _) => new(context.User.HasClaim("restricted", "yes")),
            app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    if (askedBefore)
                    {
                        context.GetConsent();
                    }

                    if (context.Request.Headers["X-User"] is [{ } user])
                    {
                        context.User = new(new System.Security.Claims.ClaimsIdentity([new("restricted", user)], "test"));
                    }

                    return next(context);
                });
                app.MapGet("/guarded", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).RequireConsent("analytics");
            });
        var browser = host.Browser(new CookieContainer());
        await browser.PostAsync("/_ic/decision", Form("accept-all"));
        Assert.Contains("stats", await browser.GetStringAsync("/guarded"), StringComparison.Ordinal);

        browser.DefaultRequestHeaders.Add("X-User", "yes");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/guarded")).StatusCode);
        Assert.Equal("necessary consent", await browser.GetStringAsync("/state"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_account_allows_counts_once_its_visitor_is_signed_in(bool cached)
    {
        await using var host = await Host.StartAsync(
            use: app =>
            {
                app.UseRouting();
                app.UseOutputCache();
                app.Use((context, next) =>
                {
                    if (context.Request.Headers["X-User"] is [{ } user])
                    {
                        context.User = new(new System.Security.Claims.ClaimsIdentity([new("allows", user)], "test"));
                    }

                    return next(context);
                });
                var guarded = app.MapGet("/guarded", (HttpContext context) => string.Join(' ', context.GetConsent().Granted)).RequireConsent("analytics");
                if (cached)
                {
                    guarded.CacheOutput(policy => policy.AddPolicy<ForcedAtRequest>(), excludeDefaultPolicy: true);
                }
            },
            services: services => services.AddConsent().AddExternalConsentSource<ClaimedConsent>());
        var anna = host.Browser();
        anna.DefaultRequestHeaders.Add("X-User", "analytics");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("necessary consent analytics stats", await anna.GetStringAsync("/guarded"));
            Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser().GetAsync("/guarded")).StatusCode);
        }
    }

    private sealed class ClaimedConsent : IExternalConsentSource
    {
        public async ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return context.User.FindFirst("allows")?.Value is { } id
                ? new(Host.Clock().GetUtcNow().AddDays(-1), new Dictionary<string, bool>(StringComparer.Ordinal) { [id] = true })
                : null;
        }

        public ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("analitics", "Did you mean 'analytics'?")]
    [InlineData("x", "neither a category nor a vendor")]
    [InlineData("functional", "a category without a vendor, which nobody can grant")]
    public async Task An_unknown_id_stops_the_start(string id, string fix)
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(use: app => app.MapGet("/a", () => "a").RequireConsent(id)));

        Assert.Contains(fix, exception.Message, StringComparison.Ordinal);
        Assert.Contains("/a", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ResponseCacheLocation.Any, true)]
    [InlineData(false, ResponseCacheLocation.Client, false)]
    [InlineData(false, ResponseCacheLocation.None, false)]
    [InlineData(true, ResponseCacheLocation.None, false)]
    public async Task Response_caching_on_a_guarded_endpoint_stops_the_start_unless_no_other_visitor_gets_it(bool noStore, ResponseCacheLocation location, bool stops)
    {
        Task<Host> Start() => Host.StartAsync(use: app => app.MapGet("/a", () => "a").RequireConsent("analytics")
            .WithMetadata(new ResponseCacheAttribute { Duration = 60, NoStore = noStore, Location = location }));

        if (stops)
        {
            Assert.Contains("[ResponseCache]", (await Assert.ThrowsAsync<ConsentConfigurationException>(Start)).Message, StringComparison.Ordinal);
        }
        else
        {
            await (await Start()).DisposeAsync();
        }
    }

    [Fact]
    public async Task Response_caching_of_the_whole_application_stops_the_start_too()
    {
        var exception = await Assert.ThrowsAsync<ConsentConfigurationException>(() => Host.StartAsync(
            use: app => app.MapControllers(),
            services: services => services.AddControllers(options => options.Filters.Add(new ResponseCacheAttribute { Duration = 60 })).AddApplicationPart(typeof(GuardTests).Assembly)));

        Assert.Contains("/guarded/action", exception.Message, StringComparison.Ordinal);
        Assert.Contains("/guarded/api", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guard_without_an_id_is_a_mistake()
    {
        var app = WebApplication.CreateBuilder().Build();

        Assert.Throws<ArgumentException>(() => app.MapGet("/a", () => "a").RequireConsent());
    }

    private static Task<Host> StartAsync(Action<IServiceCollection>? after = null) => Host.StartAsync(
        use: app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Headers["X-User"] is [{ } user])
                {
                    context.User = new(new System.Security.Claims.ClaimsIdentity([new("name", user)], "test"));
                }

                return next(context);
            });
            app.UseCors();
            app.UseAuthorization();
            app.UseAntiforgery();
            app.MapGet("/guarded/minimal", () => "behind the guard").RequireConsent("analytics");
            app.MapPost("/guarded/minimal", () => "free");
            app.MapGet("/guarded/attribute", [RequireConsent("analytics")] () => "behind the guard");
            app.MapGet("/guarded/short", () => "behind the guard").ShortCircuit().RequireConsent("analytics");
            app.MapGet("/guarded/signed-in", () => "behind the guard").RequireConsent("analytics").RequireAuthorization();
            app.MapGet("/guarded/shared", () => "behind the guard").RequireConsent("analytics").RequireCors(policy => policy.WithOrigins("https://other.example"));
            var group = app.MapGroup("/guarded/group").RequireConsent("analytics");
            group.MapGet("/in", () => "behind the guard");
            group.MapGroup("/nested").MapGet("", () => "behind the guard");
            app.MapGroup("/both").RequireConsent("analytics").MapGroup("").RequireConsent("ads").MapGet("/in", () => "both");
            app.MapRazorPages();
            app.MapControllers();
            app.MapDynamicControllerRoute<ToGuarded>("/guarded/dynamic/{**rest}");
            app.MapFallback("/fallback/{**rest}", () => "behind the guard").RequireConsent("analytics");
            app.MapFallbackToPage("/fallback-page/{**rest}", "/Guarded");
            app.MapFallbackToController("/fallback-controller/{**rest}", "Dynamic", "Guarded");
            app.MapRazorComponents<GuardedApp>().AddInteractiveServerRenderMode();
        },
        services: services =>
        {
            services.AddRazorPages(options => options.RootDirectory = "/Guards/Pages");
            services.AddControllers().AddApplicationPart(typeof(GuardTests).Assembly);
            services.AddSingleton<ToGuarded>();
            services.AddRazorComponents().AddInteractiveServerComponents();
            services.AddCors();
            services.AddAuthentication("none").AddCookie("none", options => options.Events.OnRedirectToLogin = context =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            });
            services.AddAuthorization();
        },
        after: after);

    private sealed class ToGuarded : DynamicRouteValueTransformer
    {
        public override ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) =>
            ValueTask.FromResult(new RouteValueDictionary { ["controller"] = "Guarded", ["action"] = "Dynamic" });
    }
}
