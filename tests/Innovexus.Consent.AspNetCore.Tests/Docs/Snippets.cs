using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Bunit;
using Innovexus.Consent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The code of the README and the docs, compiled; DocsTests finds each block of theirs in here.</summary>
internal static class Snippets
{
    public static void QuickStart(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"));
        app.MapConsent();
    }

    public static void Localization(WebApplication app)
    {
        app.UseRequestLocalization(options => options
            .SetDefaultCulture("en")
            .AddSupportedUICultures("en", "de", "fr", "ar"));
    }

    public static void Catalogue(WebApplicationBuilder builder)
    {
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddGoogleAnalytics("G-ABCDE12345");
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddGoogleAnalytics("G-ABCDE12345")
            .AddMetaPixel("123456789012345");
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddVendorFromCatalogue("youtube")
            .AddVendorFromCatalogue("statcounter", new Dictionary<string, string> { ["project"] = "1234567", ["security"] = "abcdef12" });
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddMatomo("stats.example.com", "1", vendor =>
            {
                vendor.Purpose = "Counts visits on our own server";
                vendor.Role = VendorRole.FirstParty;
                vendor.Signals.Clear();
            });
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddGoogleTagManager("GTM-ABC1234")
            .AddVendorFromCatalogue("google-ads")
            .AddGoogleConsentMode(mode => mode.FunctionalityStorage = "necessary");
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddGoogleAnalytics("G-ABCDE12345")
            .AddGoogleConsentMode(mode => mode.Advanced = true);
    }

    public static void InCode(WebApplication app)
    {
        app.MapGet("/offers", (HttpContext context) => context.GetConsent()["plausible"].Granted ? "counted" : "not counted");
        app.MapPost("/quiet", async (IConsentService consent) =>
        {
            await consent.DecideAsync(ConsentChoice.RejectAll);
            return Results.NoContent();
        });
    }

    public static void Policy(WebApplication app)
    {
        app.Use((context, next) =>
        {
            // Files are the same for everyone and may be cached; a nonce would make them private.
            if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            {
                var nonce = context.GetConsentNonce();
                context.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'self'; img-src 'self' data:; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'nonce-{nonce}'";
            }

            return next(context);
        });
    }

    public static void Clearing(WebApplicationBuilder builder)
    {
        builder.Services.AddConsent()
            .AddVendor("tracker", "marketing", vendor =>
            {
                vendor.Name = "Tracker";
                vendor.Purpose = "Measures advertising";
                vendor.AddSignal(SignalMoment.Revoke, SignalForm.Call, "tracker.optOut");
                vendor.AddCookie("_tr", "Recognises you", TimeSpan.FromDays(90));
                vendor.AddCookie("_tr_*", "Holds one visit together", TimeSpan.FromDays(1));
                vendor.AddLocalStorage("tracker", "Recognises you");
                vendor.AddSessionStorage("tracker:*", "Holds one visit together");
                vendor.Add(new() { Name = "_tr_server", HttpOnly = true, Path = "/shop", Purpose = "Recognises you" });
                vendor.Add(new() { Name = "tracker", Kind = StorageKind.IndexedDB, Purpose = "Queues events" });
            });
    }

    public static void Signals(WebApplicationBuilder builder)
    {
        builder.Services.AddConsent()
            .AddVendor("matomo", "analytics", vendor =>
            {
                vendor.Name = "Matomo";
                vendor.Purpose = "Counts visits";
                vendor.Role = VendorRole.Processor;
                vendor.AddSignal(SignalMoment.Before, SignalForm.PushArray, "_paq", """["requireConsent"]""");
                vendor.AddSignal(SignalMoment.Grant, SignalForm.PushArray, "_paq", """["setConsentGiven"]""");
                vendor.AddSignal(SignalMoment.Revoke, SignalForm.PushArray, "_paq", """["forgetConsentGiven"]""");
            });
    }

    public static void Events(WebApplicationBuilder builder)
    {
        builder.Services.AddConsent()
            .AddVendor("matomo", "analytics", vendor =>
            {
                vendor.Name = "Matomo";
                vendor.Purpose = "Counts visits";
                vendor.Role = VendorRole.Processor;
                vendor.Events = new()
                {
                    Form = SignalForm.PushArray,
                    Target = "_paq",
                    Arguments = """["trackEvent", "site", { "$event": "name" }]""",
                };
                vendor.PageView = new()
                {
                    Form = SignalForm.PushItems,
                    Target = "_paq",
                    Arguments = """[["setCustomUrl", { "$event": "url" }], ["setDocumentTitle", { "$event": "title" }], ["trackPageView"]]""",
                };
                vendor.PageViews = VendorPageViews.Load;
            });
    }

    public static async Task Track(IConsentEvents events)
    {
        await events.TrackAsync("signup", new { plan = "pro" });
        await events.TrackAsync(new PurchaseEvent
        {
            TransactionId = "T-1001",
            Currency = "EUR",
            Value = 39.98m,
            Items = [new() { ItemId = "S-1", ItemName = "Shirt", Price = 19.99m, Quantity = 2 }],
        });
    }

    public static void FakeEvents(IServiceCollection services)
    {
        var events = services.BuildServiceProvider().GetRequiredService<FakeConsentEvents>();
        Assert.Equal([("signup", """{"plan":"pro"}""")], events.Said);
    }

    public static void CategoriesAndVendors(WebApplicationBuilder builder)
    {
        builder.Services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Example Ltd", Contact = "privacy@example.com" };
            options.PrivacyPolicyPath = "/privacy";
        })
        .AddConfiguration(builder.Configuration.GetSection("Consent"))
        .AddFrameworkCookies(FrameworkCookies.Antiforgery)
        .AddCategory("research", category => { category.Name = "Research"; category.Order = 35; })
        .AddVendor("plausible", category: "analytics", vendor =>
        {
            vendor.Name = "Plausible Insights";
            vendor.Purpose = "Counts visits";
            vendor.Role = VendorRole.Processor;
            vendor.AddCookie("_pl_*", "Tells visits apart", TimeSpan.FromDays(30));
            vendor.AddLocalStorage("plausible_ignore", "Remembers your opt-out");
            vendor.AddOrigin("https://plausible.io", VendorUses.Script | VendorUses.Connect);
        });
    }

    public static void Rules(ConsentServerOptions options, IConsentBuilder consent, AccountStore accounts)
    {
        options.Rules
            .SetModel("GB", "analytics", ConsentModel.ExemptWithObjection)
            .SetModel("US-CA", "marketing", ConsentModel.OptIn)
            .SetLifetime("FR", TimeSpan.FromDays(200));
        consent.AddRegionResolver(context => context.User.FindFirst("country")?.Value);
        consent.AddRegionHeader(RegionHeader.Cloudflare);
        consent.AddMaxMindRegions("GeoLite2-City.mmdb");
        consent.AddRegionResolver(async (context, cancellationToken) =>
            context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id ? await accounts.FindCountryAsync(id, cancellationToken) : null);
        options.Age = (context, cancellationToken) => ValueTask.FromResult(context.User.HasClaim("child", "yes") ? AgeSignal.Under13 : AgeSignal.Unknown);
        options.Restricted = async (context, cancellationToken) =>
            context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } id && await accounts.IsRestrictedAsync(id, cancellationToken);
        consent.AddExternalConsentSource<AccountConsent>();
        options.Rules.ExternalPrecedence = ConsentPrecedence.RefusalFirst;
        options.ExternalSaveRetries = 5;
    }

    public static void AskEarly(WebApplication app)
    {
        app.UseAuthentication();
        app.Use(async (context, next) =>
        {
            var state = await context.GetConsentAsync();
            context.Response.Headers["X-Counted"] = state.IsGranted("plausible") ? "yes" : "no";
            await next(context);
        });
    }

    public static void PolicyVersions(ConsentOptions options) =>
        options.PolicyVersions.Add(new PolicyVersion { Id = "2026-11", Effective = new DateOnly(2026, 11, 1), Summary = "We keep server logs for a week, not a month.", Material = true });

    public static void Enforcement(WebApplicationBuilder builder, WebApplication app, ConsentServerOptions options, VendorOptions vendor)
    {
        options.DropUndeclaredCookies = true;
        app.MapGet("/report", () => "Only with analytics.").RequireConsent("analytics");
        app.MapGroup("/chat").RequireConsent("functional").MapGet("", () => "Only with functional services.");
        builder.Services.AddHttpClient("plausible").RequireConsent("plausible");
        vendor.AddOrigin("https://plausible.io", VendorUses.Script | VendorUses.Connect);
        vendor.AddOrigin("https://*.plausible.io", VendorUses.Image);
        options.RateLimiterPolicy = "posts";
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy("posts", context => RateLimitPartition.GetFixedWindowLimiter(
            (context.Connection.RemoteIpAddress, context.Request.Path),
            _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) })));
        app.UseRateLimiter();
    }

    public static ConsentState State()
    {
        var state = TestConsentState.Granting("plausible");
        return state;
    }

    public static ConsentState StateOfASite(IServiceProvider services)
    {
        var registry = services.GetRequiredService<ConsentRegistry>();
        var state = TestConsentState.Granting(registry, "plausible");
        return state;
    }

    public static async Task Service()
    {
        var consent = new FakeConsentService("plausible");
        var report = new VisitReport(consent);
        await consent.RefuseAsync("plausible");
        Assert.False(report.Counts);
        await consent.GrantAsync("plausible");
        Assert.True(report.Counts);
    }

    public static async Task Component(IServiceCollection services)
    {
        var consent = services.AddFakeConsent("plausible");
        await consent.RefuseAsync("plausible");
    }

    public static async Task BunitComponent()
    {
        await using var context = new BunitContext();
        context.SetRendererInfo(new("Server", isInteractive: true));
        var consent = context.Services.AddFakeConsent();
        var chat = context.Render<ConsentRequired>(parameters => parameters.Add(required => required.Ids, ["chat"]));
        await context.Renderer.Dispatcher.InvokeAsync(() => consent.GrantAsync("chat"));
        Assert.Empty(chat.FindAll("form"));
    }

    public static async Task Client<TProgram>(WebApplicationFactory<TProgram> factory)
        where TProgram : class
    {
        var client = await factory.CreateClient().WithConsentAsync(ConsentChoice.Only("plausible"));
        Assert.Equal("counted", await client.GetStringAsync("/offers"));
    }

    public static async Task Visitors<TProgram>(WebApplicationFactory<TProgram> factory)
        where TProgram : class
    {
        var host = factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddTestRegions()));
        var californian = host.CreateClient().WithRegion("US-CA").WithGlobalPrivacyControl();
        var refusing = await host.CreateClient().WithRegion("DE").WithConsentAsync(ConsentChoice.RejectAll);
        using (californian)
        using (refusing)
        {
            await refusing.GetStringAsync("/");
        }
    }

    public static async Task Banner(HttpClient client)
    {
        ConsentMarkup.EnsureEqualChoices(await client.GetStringAsync("/"));
        ConsentMarkup.EnsureEqualChoices(await client.GetStringAsync("/"), "#yes", "#no");
    }

    internal sealed class VisitReport(IConsentService consent)
    {
        public bool Counts => consent.IsGranted("plausible");
    }

    public static void MaxMind(WebApplicationBuilder builder) =>
        builder.Services.AddConsent(builder.Configuration.GetSection("Consent"))
            .AddMaxMindRegions("GeoLite2-City.mmdb");

    internal sealed class AccountConsent(AccountStore accounts) : IExternalConsentSource
    {
        public async ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken)
        {
            var text = Id(context.User) is { } id ? await accounts.FindConsentAsync(id, cancellationToken) : null;
            return ExternalConsent.TryParse(text, out var consent) ? consent : null;
        }

        public async ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken)
        {
            if (Id(save.User) is { } id)
            {
                await accounts.KeepNewerConsentAsync(id, save.Consent.DecidedAt, save.Consent.ToString(), cancellationToken);
            }
        }

        private static string? Id(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value;
    }

    internal sealed class AccountStore
    {
        private readonly ConcurrentDictionary<string, (DateTimeOffset At, string Text)> _texts = new(StringComparer.Ordinal);

        public Task<string?> FindCountryAsync(string id, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<bool> IsRestrictedAsync(string id, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<string?> FindConsentAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_texts.TryGetValue(id, out var kept) ? kept.Text : null);

        public Task KeepNewerConsentAsync(string id, DateTimeOffset at, string text, CancellationToken cancellationToken)
        {
            _texts.AddOrUpdate(id, (at, text), (_, kept) => at > kept.At ? (at, text) : kept);
            return Task.CompletedTask;
        }
    }
}
