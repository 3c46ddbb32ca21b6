using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// <c>GET /_ic/panel/{file}</c>, in Development only: the panel's scripts, as they were written. They stand in the assembly, so that no
/// published site has them among its files.
/// </summary>
internal static class PanelFiles
{
    public const string Route = "/panel/{file}";

    /// <summary>Where the page finds one of them, below the path base.</summary>
    public static string Path(string file) => $"{ConsentPaths.Prefix}/panel/{file}";

    public static IResult Handle(HttpContext context)
    {
        var file = (string)context.Request.RouteValues["file"]!;
        // Other files of the assembly belong to pages of visitors.
        return typeof(PanelFiles).Assembly.GetManifestResourceStream(Resource(file)) is { } stream ? Results.Stream(stream, "text/javascript") : Results.NotFound();
    }

    private static string Resource(string file) => $"panel/{file}";
}
