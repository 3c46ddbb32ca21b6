using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent.Benchmarks;

/// <summary>Pipelines of a site with twenty categories and five hundred vendors, without a server in front.</summary>
internal static class Site
{
    private const int Categories = 20;
    private const int Vendors = 500;

    /// <summary>Ours: every request is given its feature, and this one asks for a vendor.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) Ours()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddConsent(Declare);
        var app = builder.Build();
        return (Pipeline(app.Services, context => context.GetConsent()["vendor-001"].Granted), app.Services);
    }

    /// <summary>ASP.NET Core's: the cookie policy with its consent cookie, and a request that asks whether it was given.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) CookiePolicy()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = static _ => true);
        var app = builder.Build();
        return (Pipeline(
            app.Services,
            context => context.Features.GetRequiredFeature<ITrackingConsentFeature>().CanTrack,
            branch => branch.UseCookiePolicy()), app.Services);
    }

    /// <summary>The registry that both the benchmarks of the evaluation and of requests use.</summary>
    public static ConsentRegistry Registry(IServiceProvider services) => services.GetRequiredService<ConsentRegistry>();

    private static RequestDelegate Pipeline(IServiceProvider services, Func<HttpContext, bool> ask, Action<IApplicationBuilder>? use = null)
    {
        var app = new ApplicationBuilder(services);
        Action<IApplicationBuilder> configure = branch =>
        {
            use?.Invoke(branch);
            branch.Run(context =>
            {
                context.Response.StatusCode = ask(context) ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
        };
        foreach (var filter in services.GetServices<IStartupFilter>().Where(filter => filter.GetType().Assembly == typeof(ConsentHttpContextExtensions).Assembly))
        {
            configure = filter.Configure(configure);
        }

        configure(app);
        return app.Build();
    }

    private static void Declare(ConsentOptions options)
    {
        options.Controller = new("Innovexus");
        options.PrivacyPolicyPath = "/privacy";
        for (var i = 0; i < Categories; i++)
        {
            options.Registry.DeclareCategory($"purpose-{i:00}", category => category.Name = $"Purpose {i}");
        }

        for (var i = 0; i < Vendors; i++)
        {
            options.Registry.DeclareVendor($"vendor-{i:000}", $"purpose-{i % Categories:00}", vendor => (vendor.Name, vendor.Purpose, vendor.Role) = ($"Vendor {i}", "Does something", VendorRole.Processor));
        }
    }
}
