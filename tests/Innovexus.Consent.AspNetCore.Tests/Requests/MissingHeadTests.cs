using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A page whose head was forgotten works like one without JavaScript: nothing on it says why.</summary>
public class MissingHeadTests
{
    [Theory]
    [InlineData("/banner", "Development", 1)]
    [InlineData("/both", "Development", 0)]
    [InlineData("/banner", "Production", 0)]
    public async Task Is_reported_in_development(string path, string environment, int reports)
    {
        var completed = new TaskCompletionSource();
        await using var host = await Host.StartAsync(
            use: app =>
            {
                // What is registered first is called last.
                app.Use((context, next) =>
                {
                    context.Response.OnCompleted(() =>
                    {
                        completed.SetResult();
                        return Task.CompletedTask;
                    });
                    return next(context);
                });
                app.MapGet("/banner", () => new RazorComponentResult<Banner>());
                app.MapGet("/both", () => new RazorComponentResult<Both>());
            },
            services: services => services.AddFakeLogging(),
            environment: environment);

        await host.Browser().GetStringAsync(path);
        await completed.Task;

        Assert.Equal(reports, host.Services.GetFakeLogCollector().GetSnapshot().Count(entry => entry.Message == RequestConsentPage.MissingHead));
    }

    private sealed class Banner : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ConsentBanner>(0);
            builder.CloseComponent();
        }
    }

    private sealed class Both : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<ConsentBanner>(0);
            builder.CloseComponent();
            builder.OpenComponent<ConsentHead>(1);
            builder.CloseComponent();
        }
    }
}
