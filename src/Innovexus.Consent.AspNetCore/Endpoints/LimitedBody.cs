using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>Reads a small body into memory.</summary>
internal static class LimitedBody
{
    /// <summary>The body, or nothing where it is larger than it may be.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }
}
