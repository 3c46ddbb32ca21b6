using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent;

/// <summary>Keeps a response that holds one visitor's own data out of every cache.</summary>
internal static class PrivateResponse
{
    public static void Mark(HttpContext context)
    {
        KeepOutOfCaches(context);
        // Again at the end: the output cache's feature may not have been there yet, and a filter may have set other headers.
        if (!context.Response.HasStarted)
        {
            context.Response.OnStarting(static context =>
            {
                KeepOutOfCaches((HttpContext)context);
                return Task.CompletedTask;
            }, context);
        }
    }

    /// <summary>The same, without another look when the response starts.</summary>
    public static void KeepOutOfCaches(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
            // A site's policy may force storage afterwards; then what is stored is over at once.
            cache.Context.ResponseExpirationTimeSpan = TimeSpan.FromTicks(1);
        }

        var response = context.Response;
        if (response.HasStarted)
        {
            return;
        }

        // Most responses say nothing, or what this said before: neither is worth a parser.
        if (response.Headers.CacheControl is var said && (said.Count == 0 || said == CacheControlHeaderValue.PrivateString))
        {
            response.Headers.CacheControl = CacheControlHeaderValue.PrivateString;
            return;
        }

        var headers = response.GetTypedHeaders();
        var control = headers.CacheControl ?? new();
        if (!control.NoStore && !control.Private)
        {
            control.Public = false;
            control.SharedMaxAge = null;
            control.Private = true;
            headers.CacheControl = control;
        }
    }
}
