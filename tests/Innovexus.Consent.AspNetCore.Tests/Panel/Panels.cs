using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>A server with a panel on its page, and what the panel's script asks of it.</summary>
internal static class Panels
{
    public static Task<Host> StartAsync(
        string environment = "Development", Action<ConsentServerOptions>? configure = null, Action<WebApplication>? use = null, Action<IServiceCollection>? after = null, TimeProvider? clock = null) =>
        Host.StartAsync(configure, clock: clock, environment: environment, after: after, use: app =>
        {
            use?.Invoke(app);
            app.MapGet("/panel", () => new RazorComponentResult<PanelPage>());
            app.MapGet("/language", () => System.Globalization.CultureInfo.CurrentUICulture.Name);
        });

    /// <summary>Asks as the script does.</summary>
    public static async Task<JsonElement> AskAsync(HttpClient browser, object? report = null, params (string Name, string Value)[] headers)
    {
        using var request = Request(JsonSerializer.Serialize(report ?? new { }));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    public static HttpRequestMessage Request(string body) => new(HttpMethod.Post, "/_ic/panel") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>The entry of a list that has this value.</summary>
    public static JsonElement Entry(this JsonElement answer, string list, string key, string value) =>
        answer.GetProperty(list).EnumerateArray().Single(entry => entry.GetProperty(key).GetString() == value);

    public static string Text(this JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
