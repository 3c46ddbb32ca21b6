using System.Collections.Concurrent;
using System.IO.Compression;

namespace Innovexus.Consent.Benchmarks;

/// <summary>Compresses every file once, all alike and as well as Brotli can, and serves it from memory.</summary>
internal sealed class BrotliFiles(RequestDelegate next)
{
    private static readonly string[] Folders = ["/npm", "/contenders", "/_content"];

    private readonly ConcurrentDictionary<string, (string? Type, byte[] Body)> _files = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Array.Exists(Folders, folder => context.Request.Path.StartsWithSegments(folder, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }

        var path = context.Request.Path.Value!;
        if (!_files.TryGetValue(path, out var file))
        {
            _files[path] = file = await ReadAsync(context);
        }

        context.Response.ContentType = file.Type;
        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.CacheControl = "max-age=31536000";
        context.Response.ContentLength = file.Body.Length;
        await context.Response.Body.WriteAsync(file.Body);
    }

    private async Task<(string? Type, byte[] Body)> ReadAsync(HttpContext context)
    {
        var body = context.Response.Body;
        using var plain = new MemoryStream();
        context.Response.Body = plain;
        context.Request.Headers.Remove("Accept-Encoding");
        await next(context);
        context.Response.Body = body;
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException($"{context.Request.Path} is not there: {context.Response.StatusCode}.");
        }

        var type = context.Response.ContentType;
        context.Response.Headers.Clear();
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        }

        return (type, small.ToArray());
    }
}
