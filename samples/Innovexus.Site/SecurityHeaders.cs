using Innovexus.Site.ThirdParties;
using Microsoft.AspNetCore.StaticAssets;

namespace Innovexus.Site;

/// <summary>A strict policy: scripts run by nonce only, styles come from the site or carry the nonce.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, ThirdPartyHost thirdParties) => app.Use((context, next) =>
    {
        // Files are the same for everyone and may be cached; a nonce would make them private.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return next(context);
        }

        var nonce = context.GetConsentNonce();
        context.Response.Headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'self'",
            $"script-src 'nonce-{nonce}' 'strict-dynamic'",
            $"style-src 'self' 'nonce-{nonce}'",
            $"img-src 'self' data: {thirdParties.Ads}",
            $"connect-src 'self' {thirdParties.Analytics}",
            $"frame-src {thirdParties.Video}",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return next(context);
    });
}
