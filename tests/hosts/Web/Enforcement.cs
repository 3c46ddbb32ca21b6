using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>A vendor with an origin of its own, and what reached it or anybody else: only a server can tell what a policy kept away.</summary>
internal static class Enforcement
{
    private static readonly ConcurrentQueue<string> Hits = new();

    public static IConsentBuilder AddLeaky(this IConsentBuilder consent, IConfiguration configuration) =>
        configuration["ContentSecurity"] is null || !Uri.TryCreate(configuration["urls"], UriKind.Absolute, out var url) ? consent : consent.AddVendor("leaky", "marketing", vendor =>
        {
            Vendors.Describe(vendor, "Leaky");
            vendor.AddOrigin($"http://leaky.localhost:{url.Port}", VendorUses.Script | VendorUses.Image | VendorUses.Frame | VendorUses.Connect);
        });

    public static void UseHits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Host.Host is "leaky.localhost" or "undeclared.localhost")
        {
            Hits.Enqueue($"{context.Request.Host.Host.Split('.')[0]} {context.Request.Path}");
        }

        return next(context);
    });

    public static void MapHits(this IEndpointRouteBuilder app) => app.MapGet("/test/hits", () => Hits.ToArray());
}
