using Innovexus.Consent.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>What the library's part of the pipeline allocates, in requests of a visitor whose state is cached.</summary>
public class MiddlewareCostTests
{
    private const int MostBytes = 128;

    private static readonly StringValues Cookies = new([.. Enumerable.Range(0, 20).Select(number => $"_st_{number}=value; Path=/; SameSite=Lax")]);

    public enum Does
    {
        Nothing,
        Asks,
        SetsTwentyCookies,
    }

    [Theory]
    [InlineData(Does.Nothing)]
    [InlineData(Does.Asks)]
    [InlineData(Does.SetsTwentyCookies)]
    public async Task A_request_allocates_little_and_cookies_that_pass_nothing(Does does)
    {
        await using var app = Build();
        var decision = ChoiceResolver.Decide(new(app.Services.GetRequiredService<ConsentRegistry>(), new(), ConsentFacts.Unknown, null, DateTimeOffset.UtcNow), ConsentChoice.AcceptAll);
        string cookie = $"session=0123456789abcdef; ic_consent={ConsentCookie.Format(decision)}";
        var ours = Pipeline(app.Services, does, ours: true);
        var bare = Pipeline(app.Services, does, ours: false);

        var allocated = Measure(ours, app.Services, cookie) - Measure(bare, app.Services, cookie);

        Assert.InRange(allocated, 1, MostBytes);
        if (does == Does.SetsTwentyCookies)
        {
            var nothing = Measure(Pipeline(app.Services, Does.Nothing, ours: true), app.Services, cookie) - Measure(Pipeline(app.Services, Does.Nothing, ours: false), app.Services, cookie);
            Assert.Equal(nothing, allocated);
        }
    }

    private static long Measure(RequestDelegate run, IServiceProvider services, string cookie)
    {
        const int Times = 200;
        for (var i = 0; i < Times; i++)
        {
            Run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            Run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;

        void Run()
        {
            var response = new StartedResponse();
            var context = new DefaultHttpContext { RequestServices = services };
            context.Features.Set<IHttpResponseFeature>(response);
            context.Request.Headers.Cookie = cookie;
            run(context).GetAwaiter().GetResult();
            response.Start();
            if (response.Headers.SetCookie.Count is not (0 or 20))
            {
                throw new InvalidOperationException("Cookies were dropped.");
            }
        }
    }

    private static RequestDelegate Pipeline(IServiceProvider services, Does does, bool ours)
    {
        var app = new ApplicationBuilder(services);
        Action<IApplicationBuilder> configure = branch => branch.Run(context =>
        {
            // As every response does: with the first header comes the store for all of them.
            context.Response.ContentType = "application/json";
            if (does == Does.SetsTwentyCookies)
            {
                context.Response.Headers.SetCookie = Cookies;
            }
            else if (does == Does.Asks && ours && !context.GetConsent()["stats"].Granted)
            {
                throw new InvalidOperationException("It is granted.");
            }

            return Task.CompletedTask;
        });
        if (ours)
        {
            configure = services.GetServices<IStartupFilter>().Single(filter => filter is ConsentStartupFilter).Configure(configure);
        }

        configure(app);
        return app.Build();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Innovexus" };
            options.PrivacyPolicyPath = "/privacy";
        }).AddVendor("stats", "analytics", vendor =>
        {
            (vendor.Name, vendor.Purpose) = ("Stats", "Tests");
            vendor.AddCookie("_st_*", "Tests");
        });
        return builder.Build();
    }
}
