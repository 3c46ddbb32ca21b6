using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary><c>GET /.well-known/gpc.json</c>: that the site honours the signal, and since when it says so (Global Privacy Control, section 4).</summary>
internal static class GpcStatementEndpoint
{
    public const string Path = "/.well-known/gpc.json";

    public static RequestDelegate For(DateOnly date)
    {
        // The date is invariant: another culture might write it in its own calendar.
        var text = $$"""{"gpc":true,"lastUpdate":"{{date.ToString("O", CultureInfo.InvariantCulture)}}"}""";
        return context =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Text(text, "application/json").ExecuteAsync(context);
        };
    }
}
