using System.Security.Cryptography;
using System.Text;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>Scripts that write their name into <c>window.ran</c>; asked for through another host name, they are a third party's.</summary>
internal static class VendorScripts
{
    public static string Code(string name) => $"(window.ran ??= []).push('{name}');";

    public static string Integrity(string name) => $"sha384-{Convert.ToBase64String(SHA384.HashData(Encoding.UTF8.GetBytes(Code(name))))}";

    public static void MapVendorScripts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/vendor/{name}.js", async (string name, int? delay, HttpContext context) =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            // The slowness is the vendor's: what is tested is that those behind it wait.
            await Task.Delay(delay ?? 0, context.RequestAborted);
            return Results.Text(Code(name), "text/javascript");
        });
        app.MapGet("/test/file", () => Results.File("file"u8.ToArray(), "text/plain", "file.txt"));
        app.MapGet("/vendor/{name}.html", (string name) => Results.Text(
            $"<!DOCTYPE html><html lang=en><title>{name}</title><link rel=icon href=data:,><body><button>{name}</button>", "text/html"));
        app.MapGet("/vendor/{name}.svg", (string name) => Results.Text(
            $"<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><title>{name}</title><rect width='300' height='200' fill='#46a'/></svg>", "image/svg+xml"));
    }
}
