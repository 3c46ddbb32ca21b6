using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Innovexus.Consent.Catalogue.Tests;

/// <summary>Stands for every server but the sites': answers everything, and remembers who was asked from which page.</summary>
internal sealed class Stub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonNode> _answers;
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    private Stub(WebApplication app, Dictionary<string, JsonNode> answers)
    {
        _app = app;
        _answers = answers;
        app.UseWebSockets();
        app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<Stub> StartAsync(IEnumerable<Sdk> sdks, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        var answers = sdks.SelectMany(sdk => sdk.Answers()).ToDictionary(answer => answer.Key, answer => answer.Value!);
        var stub = new Stub(builder.Build(), answers);
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>What the pages of a site asked for so far, oldest first.</summary>
    public StubRequest[] RequestsOf(VendorSite site) => [.. _requests.Where(request => request.From.StartsWith(site.Url, StringComparison.Ordinal))];

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var url = $"{(context.WebSockets.IsWebSocketRequest ? "wss" : "https")}://{request.Host}{request.Path}{request.QueryString}";
        _requests.Enqueue(new(request.Method, url, request.Headers.Referer.FirstOrDefault() ?? request.Headers.Origin.FirstOrDefault() ?? ""));
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            return;
        }

        AllowFrom(request, context.Response);
        if (request.Method == "OPTIONS")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await request.Body.CopyToAsync(Stream.Null);
        var answer = _answers.Where(answer => url.StartsWith(answer.Key, StringComparison.Ordinal)).OrderByDescending(answer => answer.Key.Length).Select(answer => answer.Value).FirstOrDefault();
        var (type, body) = request.Headers["Sec-Fetch-Dest"].FirstOrDefault() switch
        {
            "script" => ("text/javascript", answer?.GetValue<string>() ?? ""),
            "document" or "iframe" => ("text/html", "<!DOCTYPE html><title>Elsewhere</title>"),
            "image" => ("image/svg+xml", """<svg xmlns="http://www.w3.org/2000/svg"/>"""),
            _ => ("application/json", answer?.ToJsonString() ?? "{}"),
        };
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    }

    private static void AllowFrom(HttpRequest request, HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = request.Headers.Origin.FirstOrDefault() ?? "*";
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
        response.Headers.AccessControlAllowMethods = request.Headers.AccessControlRequestMethod;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request that left a site.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">With its scheme.</param>
/// <param name="From">The page's address where the browser tells it, else the origin.</param>
internal sealed record StubRequest(string Method, string Url, string From);
