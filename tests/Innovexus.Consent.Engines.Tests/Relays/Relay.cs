using System.Collections.Concurrent;
using Innovexus.Consent.Browser.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>
/// What stands between a visitor and a site, one for each walk: it writes down each request, gives pages the error reporting that a
/// site would have, and can hold a request back. Drivers differ in all of these; a server does not.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private const string Errors = "/relay/errors";

    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    private readonly ConcurrentQueue<RelayedRequest> _requests = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentBag<HeldRequests> _held = [];
    private readonly WebApplication _app;

    private Relay(WebApplication app, string url)
    {
        _app = app;
        Url = url;
    }

    /// <summary>Without a slash at its end.</summary>
    public string Url { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<RelayedRequest> Requests => [.. _requests];

    /// <summary>What a site's error reporting heard: errors, rejections that nobody caught, what was written to the console as an error, and violations of its policy.</summary>
    public IReadOnlyList<string> Reported => [.. _errors];

    public static async Task<Relay> StartAsync(string target)
    {
        var url = $"http://localhost:{AppProcess.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var relay = new Relay(app, url);
        app.Run(context => relay.RelayAsync(context, target));
        await app.StartAsync();
        return relay;
    }

    /// <summary>Holds back requests whose path contains this.</summary>
    public HeldRequests Hold(string path)
    {
        var held = new HeldRequests(path);
        _held.Add(held);
        return held;
    }

    private async Task RelayAsync(HttpContext context, string target)
    {
        if (context.Request.Path == Errors)
        {
            using var reader = new StreamReader(context.Request.Body);
            _errors.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
            return;
        }

        var request = new RelayedRequest(context.Request);
        _requests.Enqueue(request);
        foreach (var held in _held.Where(held => held.Matches(context.Request)))
        {
            if (!await held.WaitAsync(context.RequestAborted))
            {
                context.Abort();
                request.Status = "ended by the relay";
                return;
            }
        }

        var error = await context.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(context, target, Client, ForwarderRequestConfig.Empty, new ErrorReporting(Errors));
        request.Status = error == ForwarderError.None ? $"{context.Response.StatusCode}" : $"{error}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held)
        {
            held.Release();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
