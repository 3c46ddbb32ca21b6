using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Tells once, when a decision is made, of a set-up that weakens or loses it.</summary>
internal sealed partial class ConsentDiagnostics(IHostEnvironment environment, ILogger<ConsentDiagnostics> logger)
{
    private readonly bool _isDevelopment = environment.IsDevelopment();
    private int _toldOfPolicy;

    private int _toldOfProxy;
    private int _toldOfDomain;
    private int _toldOfHaste;

    public void Look(HttpRequest request, string? domain)
    {
        if (!request.IsHttps && IsHttpsInFront(request) && Interlocked.Exchange(ref _toldOfProxy, 1) == 0)
        {
            LogProxy(logger);
        }

        if (domain is not null && DecisionCookie.Domain(request, domain) is null && Interlocked.Exchange(ref _toldOfDomain, 1) == 0)
        {
            LogDomain(logger, domain);
        }
    }

    /// <summary>Somebody asked before the source of decisions from elsewhere was.</summary>
    public void LookAtHaste(HttpContext context)
    {
        if (Interlocked.Exchange(ref _toldOfHaste, 1) == 0)
        {
            LogHaste(logger, context.Request.Path.Value ?? "");
        }
    }

    [LoggerMessage(13, LogLevel.Warning, "At {Path} a visitor's consent was asked for before the site's source of decisions (IExternalConsentSource) was, so the answer was that nothing optional is granted. Await context.GetConsentAsync() in the middleware that asks, after UseAuthentication.")]
    private static partial void LogHaste(ILogger logger, string path);

    /// <summary>A cookie policy with options of its own never meets ours, so its consent is another.</summary>
    public void LookAtCookiePolicy(HttpContext context)
    {
        if (_isDevelopment && context.Features.Get<ITrackingConsentFeature>() is not (null or ConsentFeature)
            && context.RequestServices.GetRequiredService<IOptions<CookiePolicyOptions>>().Value.CheckConsentNeeded is null
            && Interlocked.Exchange(ref _toldOfPolicy, 1) == 0)
        {
            LogPolicy(logger);
        }
    }

    [LoggerMessage(12, LogLevel.Warning, "UseCookiePolicy was given options of its own, so the consent that it asks for is not the visitor's state. Set them with services.Configure<CookiePolicyOptions>(…) and call app.UseCookiePolicy().")]
    private static partial void LogPolicy(ILogger logger);

    // Only told of: nothing is trusted unasked.
    private static bool IsHttpsInFront(HttpRequest request) =>
        request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(3, LogLevel.Warning, "Visitors come by https, but this request does not: a proxy ends TLS and the application does not know, so the decision cookie is neither Secure nor protected by its name. Forward the scheme: set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, or call app.UseForwardedHeaders() with X-Forwarded-Proto.")]
    private static partial void LogProxy(ILogger logger);

    [LoggerMessage(4, LogLevel.Warning, "The CookieDomain '{Domain}' is not a parent of the host that this request names, so the decision is kept for that host alone. Correct the domain, or forward the host (UseForwardedHeaders with X-Forwarded-Host).")]
    private static partial void LogDomain(ILogger logger, string domain);
}
