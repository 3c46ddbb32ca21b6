using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Vendors.Tests;

/// <summary>What a server renders.</summary>
internal static class Rendered
{
    public static Task<string> AsHtmlAsync<T>(Action<IConsentBuilder> declare, params (string Name, object Value)[] parameters)
        where T : IComponent =>
        GetAsync("/", declare, app => app.MapGet("/", () => new RazorComponentResult<T>(parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value))));

    /// <summary>A Razor Page of this project.</summary>
    public static Task<string> PageAsync(string path, Action<IConsentBuilder> declare) => GetAsync(path, declare, app => app.MapRazorPages());

    private static async Task<string> GetAsync(string path, Action<IConsentBuilder> declare, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Snippets").AddApplicationPart(typeof(Rendered).Assembly);
        declare(builder.Services.AddConsent(options =>
        {
            options.Controller = new() { Name = "Example Ltd" };
            options.PrivacyPolicyPath = "/privacy";
        }));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapConsent();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return await app.GetTestClient().GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
