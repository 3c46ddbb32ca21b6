using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Innovexus.Consent;

/// <summary>
/// Drops from a response, just before it starts, the cookies of vendors that may not run, whoever set them and however. A header that
/// deletes a cookie passes. Allocates nothing unless it drops something. Safe for concurrent use.
/// </summary>
internal sealed class ResponseCookieFilter(
    DeclaredCookies declared, LeakLog leaks, ConsentMetrics metrics, TimeProvider clock, IOptions<ConsentServerOptions> options)
{
    private readonly bool _dropsUndeclared = options.Value.DropUndeclaredCookies;

    public void Apply(HttpContext context, ConsentFeature consent)
    {
        var cookies = context.Response.Headers.SetCookie;
        string?[]? kept = null;
        var count = 0;
        // Asked for once, and only where a cookie depends on it: what is known of the request is looked at again each time.
        ConsentState? state = null;
        for (var i = 0; i < cookies.Count; i++)
        {
            var cookie = cookies[i];
            if (Passes(context, consent, ref state, cookie))
            {
                if (kept is not null)
                {
                    kept[count] = cookie;
                }

                count++;
            }
            else
            {
                kept ??= cookies.ToArray();
            }
        }

        if (kept is not null)
        {
            context.Response.Headers.SetCookie = count == 0 ? StringValues.Empty : new StringValues(kept[..count]);
            // Without its cookie the response looks as if it were the same for all.
            if (context.Features.Get<IOutputCacheFeature>() is { } cache)
            {
                cache.Context.AllowCacheStorage = false;
            }
        }
    }

    private bool Passes(HttpContext context, ConsentFeature consent, ref ConsentState? state, string? cookie)
    {
        var name = SetCookieText.Name(cookie);
        var declaration = declared.Of(name);
        if (declaration.IsNecessary || (declaration.Vendors.Length > 0 && declaration.IsGranted(state ??= consent.State)))
        {
            return true;
        }

        if (SetCookieText.IsDeletion(cookie, clock.GetUtcNow()))
        {
            return true;
        }

        ConsentVerdict? verdict = declaration.Vendors is [{ } first, ..] ? state![first.Id] : null;
        var dropped = verdict is not null || (_dropsUndeclared && context.Features.Get<EssentialCookies>()?.Contains(name.ToString()) != true);
        if (verdict is { } denied)
        {
            metrics.CookieDropped(denied);
        }
        else
        {
            metrics.CookieUndeclared(dropped);
        }

        if (leaks.IsShown)
        {
            leaks.AddCookie(context, name.ToString(), verdict, dropped);
        }

        return !dropped;
    }
}
