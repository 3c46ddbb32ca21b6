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

    /// <summary>Where the endpoint is.</summary>
    public static readonly PathString Path = "/offers";

    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(number => $"_st_{number}")];

    /// <summary>The endpoint alone.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) Nothing(RequestBenchmarks.Endpoint does = default)
    {
        var app = Build(_ => { });
        return (Pipeline(app, does), app);
    }

    /// <summary>Ours: every request is given its feature and every response is looked at; one that asks does so for a vendor, and a guard names it.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) Ours(RequestBenchmarks.Endpoint does = default)
    {
        var app = Build(services => services.AddConsent(Declare));
        return (Pipeline(
            app,
            does,
            does == RequestBenchmarks.Endpoint.Asks ? context => context.GetConsent()["vendor-001"].Granted : null,
            guard: does == RequestBenchmarks.Endpoint.IsGuarded ? endpoint => endpoint.RequireConsent("vendor-001") : null), app);
    }

    /// <summary>ASP.NET Core's: the cookie policy with its consent cookie; one that asks does so for the whole, and so does what stands for a guard: it has none.</summary>
    public static (RequestDelegate Run, IServiceProvider Services) CookiePolicy(RequestBenchmarks.Endpoint does)
    {
        var app = Build(services => services.Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = static _ => true));
        return (Pipeline(
            app,
            does,
            does is RequestBenchmarks.Endpoint.Asks or RequestBenchmarks.Endpoint.IsGuarded ? context => context.Features.GetRequiredFeature<ITrackingConsentFeature>().CanTrack : null,
            branch => branch.UseCookiePolicy()), app);
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
        IServiceProvider services,
        RequestBenchmarks.Endpoint does,
        Func<HttpContext, bool>? ask = null,
        Action<IApplicationBuilder>? use = null,
        Action<IEndpointConventionBuilder>? guard = null)
    {
        var app = new ApplicationBuilder(services);
        Action<IApplicationBuilder> configure = branch =>
        {
            branch.UseRouting();
            use?.Invoke(branch);
            branch.UseEndpoints(endpoints =>
            {
                var endpoint = endpoints.MapGet(Path.Value!, context =>
                {
                    context.Response.ContentType = "application/json";
                    if (ask is not null && !ask(context))
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
                guard?.Invoke(endpoint);
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
