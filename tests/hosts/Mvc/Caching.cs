using System.Security.Cryptography;
using System.Text;
using Innovexus.Consent.Hosts.Web;

namespace Innovexus.Consent.Hosts.Mvc;

/// <summary>Pages that a cache keeps for all visitors, under a policy of hashes.</summary>
internal static class Caching
{
    private static readonly string[] Inline = [VendorScripts.Code("head"), VendorScripts.Code("live-b"), "(window.ran ??= []).push('view ' + location.pathname)"];

    public static void UseCaching(this IApplicationBuilder app)
    {
        var hashes = string.Join(' ', Inline.Select(code => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}'"));
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"script-src 'self' {ConsentHashes.Script} {hashes}; style-src 'self' {ConsentHashes.Style}; object-src 'none'";
            return next(context);
        });
        app.UseOutputCache();
    }
}
