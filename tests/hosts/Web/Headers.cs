namespace Innovexus.Consent.Hosts.Web;

internal static class Headers
{
    /// <summary>The policies under which scripts must run: none, a nonce, a nonce with 'strict-dynamic'.</summary>
    public static void UseHeaders(this IApplicationBuilder app, string? policy, string? referrerPolicy) => app.Use((context, next) =>
    {
        if (policy is "nonce" or "strict-dynamic")
        {
            var nonce = context.GetConsentNonce();
            var dynamic = policy == "strict-dynamic" ? " 'strict-dynamic' 'wasm-unsafe-eval'" : "";
            context.Response.Headers.ContentSecurityPolicy = $"script-src 'nonce-{nonce}'{dynamic}; style-src 'self' 'nonce-{nonce}'; object-src 'none'";
        }

        if (referrerPolicy is not null)
        {
            context.Response.Headers["Referrer-Policy"] = referrerPolicy;
        }

        return next(context);
    });
}
