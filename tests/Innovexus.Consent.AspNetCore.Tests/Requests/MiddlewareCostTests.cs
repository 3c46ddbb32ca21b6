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
        var cookie = Cookie(app.Services);
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

    public enum Tells
    {
        RegionByHeader,
        Region,
        RegionAsynchronously,
        Age,
        Everything,
    }

    // What is told of a visitor by more than headers makes the response private, which is most of what it costs.
    [Theory]
    [InlineData(Tells.RegionByHeader, 384)]
    [InlineData(Tells.Region, 912)]
    [InlineData(Tells.RegionAsynchronously, 912)]
    [InlineData(Tells.Age, 912)]
    [InlineData(Tells.Everything, 912)]
    public async Task What_the_host_answers_at_once_costs_no_task(Tells what, int mostBytes)
    {
        await using var app = Build(consent => Tell(consent, what));
        var (ours, bare) = (Pipeline(app.Services, Does.Asks, ours: true), Pipeline(app.Services, Does.Asks, ours: false));
        var cookie = Cookie(app.Services);

        Assert.InRange(Measure(ours, app.Services, cookie) - Measure(bare, app.Services, cookie), 1, mostBytes);
    }

    private static void Tell(IConsentBuilder consent, Tells what)
    {
        if (what == Tells.RegionByHeader)
        {
            consent.AddRegionHeader(new() { Country = "X-Country" });
        }
        else if (what == Tells.Region)
        {
            consent.AddRegionResolver(_ => "DE");
        }
        else if (what is Tells.RegionAsynchronously or Tells.Everything)
        {
            consent.AddRegionResolver((_, _) => new("DE"));
        }

        consent.Services.Configure<ConsentServerOptions>(options =>
        {
            options.Age = what is Tells.Age or Tells.Everything ? (_, _) => new(AgeSignal.Adult) : null;
            options.Restricted = what == Tells.Everything ? (_, _) => new(false) : null;
        });
    }

    private static string Cookie(IServiceProvider services)
    {
        var decision = ChoiceResolver.Decide(new(services.GetRequiredService<ConsentRegistry>(), new(), ConsentFacts.Unknown, null, DateTimeOffset.UtcNow), ConsentChoice.AcceptAll);
        return $"session=0123456789abcdef; ic_consent={ConsentCookie.Format(decision)}";
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
            // As every server has it, without a source of the token before somebody asks for one.
            context.Features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
            context.Request.Headers.Cookie = cookie;
            context.Request.Headers["X-Country"] = "DE";
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

    private static WebApplication Build(Action<IConsentBuilder>? add = null)
    {
        var builder = WebApplication.CreateBuilder();
        var consent = builder.Services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Innovexus" };
            options.PrivacyPolicyPath = "/privacy";
        }).AddVendor("stats", "analytics", vendor =>
        {
            (vendor.Name, vendor.Purpose) = ("Stats", "Tests");
            vendor.AddCookie("_st_*", "Tests");
        });
        add?.Invoke(consent);
        return builder.Build();
    }
}
