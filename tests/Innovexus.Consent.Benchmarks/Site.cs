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

    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(number => $"_st_{number}")];

    /// <summary>The endpoint alone.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) Nothing(RequestBenchmarks.Endpoint does = default)
    {
        var app = Build(_ => { });
        return (Pipeline(app, does, _ => true), app);
    }

    /// <summary>Ours: every request is given its feature and every response is looked at; one that asks does so for a vendor.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) Ours(RequestBenchmarks.Endpoint does = default)
    {
        var app = Build(services => services.AddConsent(Declare));
        return (Pipeline(app, does, context => context.GetConsent()["vendor-001"].Granted), app);
    }

    /// <summary>ASP.NET Core's: the cookie policy with its consent cookie; one that asks does so for the whole.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) CookiePolicy(RequestBenchmarks.Endpoint does)
    {
        var app = Build(services => services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = static _ => true));
        return (Pipeline(app, does, context => context.Features.GetRequiredFeature<ITrackingConsentFeature>().CanTrack, branch => branch.UseCookiePolicy()), app);
    }

    /// <summary>The registry that both the benchmarks of the evaluation and of requests use.</summary>
    public static ConsentRegistry Registry(IServiceProvider services) => services.GetRequiredService<ConsentRegistry>();

    private static IServiceProvider Build(Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        add(builder.Services);
        return builder.Build().Services;
    }

    private static RequestDelegate Pipeline(
        IServiceProvider services, RequestBenchmarks.Endpoint does, Func<HttpContext, bool> ask, Action<IApplicationBuilder>? use = null)
    {
        var app = new ApplicationBuilder(services);
        Action<IApplicationBuilder> configure = branch =>
        {
            use?.Invoke(branch);
            branch.Run(context =>
            {
                context.Response.ContentType = "application/json";
                if (does == RequestBenchmarks.Endpoint.Asks && !ask(context))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                }
                else if (does == RequestBenchmarks.Endpoint.SetsTwentyCookies)
                {
                    foreach (var name in Names)
                    {
                        context.Response.Cookies.Append(name, "value");
                    }
                }

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
        options.Controller = new() { Name = "Innovexus" };
        options.PrivacyPolicyPath = "/privacy";
        for (var i = 0; i < Categories; i++)
        {
            options.Registry.DeclareCategory($"purpose-{i:00}", category => category.Name = $"Purpose {i}");
        }

        for (var i = 0; i < Vendors; i++)
        {
            options.Registry.DeclareVendor($"vendor-{i:000}", $"purpose-{i % Categories:00}", vendor => (vendor.Name, vendor.Purpose, vendor.Role) = ($"Vendor {i}", "Does something", VendorRole.Processor));
        }

        options.Registry.Vendor("vendor-001").AddCookie("_st_*", "Does something");
    }
}
