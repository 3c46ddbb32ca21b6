using System.Collections.Concurrent;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>What pages tell of themselves, where no driver may watch them: browsers prerender nothing while they are driven. And pages as a test writes them.</summary>
internal static class Reports
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = new ConcurrentQueue<string>();
        app.MapPost("/test/reports", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            reports.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        });
        app.MapGet("/test/page", (string html) => Results.Text(html, "text/html"));
        app.MapGet("/test/reports", () => reports.ToArray());
    }
}
