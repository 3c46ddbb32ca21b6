using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OutputCaching;

namespace Innovexus.Consent;

/// <summary>
/// Keeps visitors apart in the output cache, wherever a site turns caching on. It never turns caching on itself. Stored pages differ by
/// what is rendered, never by the cookie's text: visitors who decided alike share a page.
/// </summary>
internal sealed class ConsentOutputCachePolicy : IOutputCachePolicy
{
    private const string Key = "ic";

    private ConsentOutputCachePolicy()
    {
    }

    /// <summary>An instance, because the cache's builder for policies would turn caching on for every endpoint.</summary>
    public static ConsentOutputCachePolicy Instance { get; } = new();

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var feature = context.HttpContext.Features.Get<ConsentFeature>();
        if (feature is { IsCacheable: false })
        {
            await feature.LoadAsync();
            // A response with a nonce is not stored. If a site's policy insists, it is stored under a key that no request has.
            context.CacheVaryByRules.VaryByValues[Key] = context.HttpContext.Features.Get<ConsentNonce>()?.IsUsed == true ? Guid.NewGuid().ToString() : Digest(feature, context);
        }
    }

    // A stored cookie is that of another visitor, whatever policy forced it into the cache. This visitor's own are those that are there
    // now, and those that callbacks set, which were registered earlier and so run after this one.
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (response, own) = (context.HttpContext.Response, context.HttpContext.Response.Headers.SetCookie);
        response.OnStarting(() =>
        {
            response.Headers.SetCookie = own;
            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // A page that should be the same for all, but asked who the visitor is, is not the same for all.
        if (context.HttpContext.Features.Get<ConsentFeature>() is { IsCacheable: true, IsAsked: true })
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // What a page shows of a state, and tells the runtime. While a banner or a notice is due its form also names the way back, query included.
    private static string Digest(ConsentFeature feature, OutputCacheContext context)
    {
        var (state, due) = (feature.State, PolicyAcknowledgement.Due(feature));
        var request = context.HttpContext.Request;
        // The key says whether the page is framed, but not by what: a client may send any word, and each would get an entry of its own.
        var text = new StringBuilder(FetchDestination.IsFrame(request) ? "framed" : "");
        foreach (var verdict in state.Verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $" {verdict.Id}:{verdict.Granted}:{verdict.Locked}:{verdict.Reason}");
        }

        text.Append(CultureInfo.InvariantCulture, $" {due?.Id} {feature.Known.Input.IsSignalled} {feature.Facts.GlobalPrivacyControl} {feature.Facts.SignalOverridden}");
        if (state.Prompt != ConsentPrompt.None || due is not null)
        {
            text.Append('?').Append(request.QueryString.Value);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
