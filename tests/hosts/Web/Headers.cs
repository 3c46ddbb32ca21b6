namespace Innovexus.Consent.Hosts.Web;

internal static class Headers
{
    /// <summary>The policies under which scripts must run: none, a nonce, a nonce with 'strict-dynamic', and that with trusted types.</summary>
    public static void UseHeaders(this IApplicationBuilder app, string? policy, string? referrerPolicy) => app.Use((context, next) =>
    {
        if (policy is "nonce" or "strict-dynamic" or "trusted-types")
        {
            var nonce = context.GetConsentNonce();
            var dynamic = policy == "nonce" ? "" : policy == "strict-dynamic" ? " 'strict-dynamic' 'wasm-unsafe-eval'" : " 'strict-dynamic'";
            var types = policy == "trusted-types" ? "; require-trusted-types-for 'script'; trusted-types innovexus-consent" : "";
            context.Response.Headers.ContentSecurityPolicy = $"script-src 'nonce-{nonce}'{dynamic}; style-src 'self' 'nonce-{nonce}'; object-src 'none'{types}";
        }

        if (policy == "no-frames")
        {
            context.Response.Headers.ContentSecurityPolicy = "frame-src 'none'";
        }

        if (referrerPolicy is not null)
        {
            context.Response.Headers["Referrer-Policy"] = referrerPolicy;
        }

        return next(context);
    });
}
