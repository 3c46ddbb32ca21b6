using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>Puts a site's error reporting into each of its pages, first of all scripts, and what tells one document from another.</summary>
internal sealed partial class ErrorReporting(string address) : HttpTransformer
{
    private readonly string _script = $$"""
        window.documentId = `${Math.random()}`;
        (() => {
          const tell = (kind, ...values) => navigator.sendBeacon('{{address}}', `${kind} on ${location.pathname}: ` + values.map(value => value?.stack ? `${value}\n${value.stack}` : `${value}`).join(' '));
          addEventListener('error', event => tell('error', event.message, event.error));
          addEventListener('unhandledrejection', event => tell('unhandledrejection', event.reason));
          addEventListener('securitypolicyviolation', event => tell('violation', event.effectiveDirective, event.blockedURI, event.sample, `${event.sourceFile}:${event.lineNumber}`));
          const { error } = console;
          console.error = (...values) => {
            tell('console.error', ...values);
            error.apply(console, values);
          };
        })();
        """;

    public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string target, CancellationToken cancellation)
    {
        await base.TransformRequestAsync(context, request, target, cancellation);
        request.Headers.Host = context.Request.Host.Value;
        request.Headers.Remove("Accept-Encoding");
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext context, HttpResponseMessage? response, CancellationToken cancellation)
    {
        var copies = await base.TransformResponseAsync(context, response, cancellation);
        if (response?.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return copies;
        }

        context.Response.ContentLength = null;
        var nonce = Nonce().Match($"{context.Response.Headers.ContentSecurityPolicy}");
        var element = $"<script{(nonce.Success ? $" nonce=\"{nonce.Groups[1].Value}\"" : "")}>{_script}</script>";
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[65536];
        // Pages may stream: each part goes on as it comes, and may end within a letter. The head begins in the first.
        for (var first = true; await body.ReadAsync(buffer, cancellation) is > 0 and var count; first = false)
        {
            var part = first ? Encoding.Latin1.GetBytes(Head().Replace(Encoding.Latin1.GetString(buffer, 0, count), $"$0{element.Replace("$", "$$", StringComparison.Ordinal)}", 1)) : buffer[..count];
            await context.Response.Body.WriteAsync(part, cancellation);
            await context.Response.Body.FlushAsync(cancellation);
        }

        return false;
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<head[^>]*>")]
    private static partial Regex Head();
}
