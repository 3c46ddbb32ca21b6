using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>
/// Gives every request its consent feature, outside every middleware of the host, so that their order cannot be wrong;
/// and makes the registry, so that an invalid one stops start-up.
/// </summary>
internal sealed class ConsentStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.ApplicationServices.GetRequiredService<StartupReview>().Run();
        app.Use(static next => context =>
        {
            context.Features.Set(new ConsentFeature(context));
            return next(context);
        });
        next(app);
    };
}
