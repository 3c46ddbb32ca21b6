using Innovexus.Consent;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Innovexus.Site.Simulation;

/// <summary>Lets the Inspect page switch where visitors are, how old they are, what their browsers signal, and a change of the policy.</summary>
internal static class SimulationExtensions
{
    /// <summary>Adds the switches. A real site asks its proxy or its accounts instead.</summary>
    public static void AddSimulation(this IConsentBuilder consent)
    {
        var visitor = new SimulatedVisitor();
        consent.Services.AddSingleton(visitor);
        consent.AddRegionResolver(_ => visitor.Now.Region);
        consent.Services.Configure<ConsentServerOptions>(options =>
        {
            options.Age = (_, _) => ValueTask.FromResult(visitor.Now.Age);
            // In two months from now, whenever that is.
            options.PolicyVersions.Add(new() { Id = "next", Effective = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(2), Summary = "Adreach will receive your postcode as well.", Material = true });
        });
    }

    /// <summary>Adds the signal to requests, and takes the switches' post.</summary>
    public static void UseSimulation(this WebApplication app)
    {
        var visitor = app.Services.GetRequiredService<SimulatedVisitor>();
        app.Use((context, next) =>
        {
            if (visitor.Now.Signal)
            {
                context.Request.Headers["Sec-GPC"] = "1";
            }

            return next(context);
        });
        app.MapPost("/inspect/visitor", async Task<RedirectHttpResult> (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            visitor.Set(new(
                form["region"].ToString() is { Length: > 0 } region ? region : null,
                Enum.TryParse<AgeSignal>(form["age"], out var age) ? age : AgeSignal.Unknown,
                form["signal"] == "on",
                form["policy"] == "on"));
            if (form["policy"] == "on")
            {
                // So that it can be seen more than once.
                context.Response.Cookies.Delete("ic_policy");
            }

            return TypedResults.Redirect("/inspect");
        });
    }
}
