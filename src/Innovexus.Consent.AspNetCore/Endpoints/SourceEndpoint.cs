using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary><c>GET /_ic/source/ic.js</c>, where scripts are debugged: a script as it was written, which its source map holds.</summary>
internal static class SourceEndpoint
{
    public const string Route = "/source/{file}";

    public static async Task<IResult> HandleAsync(HttpContext context)
    {
        var file = (string)context.Request.RouteValues["file"]!;
        if (!file.All(letter => letter is >= 'a' and <= 'z' or '-' or '.'))
        {
            return Results.NotFound();
        }

        var map = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo($"{ConsentAssets.Folder}{file}.map");
        if (!map.Exists)
        {
            return Results.NotFound();
        }

        await using var stream = map.CreateReadStream();
        using var json = await JsonDocument.ParseAsync(stream, cancellationToken: context.RequestAborted);
        return Results.Text(json.RootElement.GetProperty("sourcesContent")[0].GetString(), "text/javascript");
    }
}
