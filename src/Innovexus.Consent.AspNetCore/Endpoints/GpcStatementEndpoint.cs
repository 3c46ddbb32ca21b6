using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary><c>GET /.well-known/gpc.json</c>: that the site honours the signal, and since when it says so (Global Privacy Control, section 4).</summary>
internal static class GpcStatementEndpoint
{
    public const string Path = "/.well-known/gpc.json";

    public static IResult Handle(HttpContext context, IOptions<ConsentOptions> options)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return options.Value.GlobalPrivacyControlStatement is { } date
            ? Results.Text($$"""{"gpc":true,"lastUpdate":"{{date:yyyy-MM-dd}}"}""", "application/json")
            : Results.NotFound();
    }
}
