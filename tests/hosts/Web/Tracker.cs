using Microsoft.Net.Http.Headers;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>A vendor that stores wherever a browser can, and a neighbour of each item that nobody declares.</summary>
internal static class Tracker
{
    public static void Declare(VendorOptions vendor)
    {
        vendor.Name = "Tracker";
        vendor.Purpose = "Tests clearing";
        vendor.Role = VendorRole.Processor;
        vendor.AddSignal(SignalMoment.Revoke, SignalForm.Call, "tracker.stop");
        vendor.AddCookie("tr", "Exact").AddCookie("tr_*", "Pattern").AddLocalStorage("tr", "Exact").AddLocalStorage("tr_*", "Pattern")
            .AddSessionStorage("tr_*", "Pattern").AddCookie("tr@exact", "Stored encoded").AddCookie("amc_*@org", "Stored encoded")
            .Add(new() { Name = "tr_http", HttpOnly = true, Purpose = "Exact, by the server only" })
            .Add(new() { Name = "tr_path", HttpOnly = true, Path = "/vendor", Purpose = "Exact, by the server only, elsewhere" })
            .Add(new() { Name = "tr_elsewhere", Path = "/vendor", Purpose = "Exact, elsewhere" })
            .Add(new() { Name = "__Host-tr", Purpose = "Prefixed" })
            .Add(new() { Name = "__Secure-tr", HttpOnly = true, Purpose = "Prefixed, by the server only" })
            .Add(new() { Name = "tr_*", Kind = StorageKind.IndexedDB, Purpose = "Pattern" })
            .Add(new() { Name = "tr_*", Kind = StorageKind.Cache, Purpose = "Pattern" })
            .Add(new() { Name = "/vendor/worker/*", Kind = StorageKind.ServiceWorker, Purpose = "Pattern" });
    }

    public static void MapTracker(this IEndpointRouteBuilder app)
    {
        // What scripts cannot set: one cookie for each query parameter, with the attributes that it names.
        app.MapGet("/vendor/set", (HttpContext context) =>
        {
            foreach (var (name, attributes) in context.Request.Query)
            {
                context.Response.Headers.Append(HeaderNames.SetCookie, $"{name}=1; {attributes}");
            }

            return Results.NoContent();
        });
        app.MapGet("/vendor/worker/worker.js", () => Results.Text("", "text/javascript"));
    }
}
