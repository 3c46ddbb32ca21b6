using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>
/// Gives every request its consent feature and looks at every response before it starts, outside every middleware of the host, so that
/// their order cannot be wrong; and makes the registry, so that an invalid one stops start-up.
/// </summary>
internal sealed class ConsentStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var review = app.ApplicationServices.GetRequiredService<StartupReview>();
        review.Run();
        var host = app.ApplicationServices.GetRequiredService<ConsentHost>();
        var policy = app.ApplicationServices.GetRequiredService<IOptions<CookiePolicyOptions>>().Value;
        if (app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.Use(next => context => context.RequestServices.GetRequiredService<PretendedRequests>().InvokeAsync(context, next));
        }

        app.Use(next => context =>
        {
            var consent = new ConsentFeature(context, host);
            context.Features.Set(consent);
            context.Features.Set<ITrackingConsentFeature>(consent);
            context.Features.Set<IEndpointFeature>(consent);
            context.Response.OnStarting(ResponseStart.OnStarting, consent);
            if (host.Options.DropUndeclaredCookies)
            {
                EssentialCookies.Watch(context);
            }

            if (policy.CheckConsentNeeded is not null)
            {
                CookiePolicyBridge.Bridge(context, policy);
            }

            return next(context);
        });
        next(app);
        // The host's endpoints are known once its pipeline is made.
        review.RunOnEndpoints();
    };
}
