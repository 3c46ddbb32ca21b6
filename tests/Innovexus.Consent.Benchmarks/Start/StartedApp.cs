using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Benchmarks;

/// <summary>The application that is started: an empty one, or the same with consent declared by a file of settings.</summary>
internal static class StartedApp
{
    public const string Switch = "--started-app";

    /// <summary>Serves until the process ends.</summary>
    /// <param name="url">Where.</param>
    /// <param name="settings">What is declared; none for the empty application.</param>
    public static Task RunAsync(string url, string? settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(url);
        if (settings is not null)
        {
            builder.Configuration.AddJsonFile(settings);
            builder.Services.AddConsent(builder.Configuration.GetSection("Consent"));
        }

        var app = builder.Build();
        app.MapGet("/", () => "Hello World!");
        if (settings is not null)
        {
            app.MapConsent();
        }

        return app.RunAsync();
    }
}
