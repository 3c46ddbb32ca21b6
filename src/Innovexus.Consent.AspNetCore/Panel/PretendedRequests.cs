using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// Lets requests of a developer who pretends something be what they pretend to be, before any middleware of the host sees them. It is in the
/// pipeline of a server in Development only. Safe for concurrent use.
/// </summary>
internal sealed partial class PretendedRequests(ILogger<PretendedRequests> logger)
{
    private int _told;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Pretence.Of(context.Request) is { } pretence)
        {
            pretence.Apply(context);
            if (Interlocked.Exchange(ref _told, 1) == 0)
            {
                LogPretence(logger);
            }
        }

        await next(context);
    }

    [LoggerMessage(ServerLogEvents.Pretending, LogLevel.Warning, "A browser pretends something to this server (the cookie ic_pretend, set on the consent panel), which counts in Development only. End it on the panel, or delete the cookie.")]
    private static partial void LogPretence(ILogger logger);
}
