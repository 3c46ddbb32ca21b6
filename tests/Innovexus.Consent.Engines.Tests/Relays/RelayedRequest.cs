using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.Engines.Tests;

/// <summary>A request that reached the site, or a third party under another host name.</summary>
internal sealed class RelayedRequest(HttpRequest request)
{
    public string Host { get; } = request.Host.Host;

    public string Method { get; } = request.Method;

    public string Path { get; } = request.Path;

    public string? Signal { get; } = request.Headers["Sec-GPC"];

    /// <summary>What became of it.</summary>
    public string Status { get; set; } = "on its way";

    public override string ToString() => $"{Method} {Host}{Path} {Status}";
}
