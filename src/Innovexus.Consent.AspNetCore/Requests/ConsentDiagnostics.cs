using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>Tells once of a set-up that weakens or loses a decision. Safe for concurrent use.</summary>
internal sealed partial class ConsentDiagnostics(IHostEnvironment environment, TimeProvider clock, ILogger<ConsentDiagnostics> logger)
{
    // Anybody can claim it, so what is true comes again.
    private static readonly TimeSpan BetweenRefusals = TimeSpan.FromHours(1);

    private readonly bool _isDevelopment = environment.IsDevelopment();
    private int _toldOfPolicy;

    private int _toldOfProxy;
    private int _toldOfDomain;
    private int _toldOfHaste;
    private int _toldOfCircle;
    private long _mayTellOfRefusal = long.MinValue;
    private int _toldOfPaths;
    private string? _decidedAt;

    /// <summary>When a decision is made.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What the site set up.</param>
    /// <param name="application">The application's path.</param>
    public void Look(HttpRequest request, ConsentOptions options, PathString application)
    {
        var domain = options.CookieDomain;
        if (!request.IsHttps && IsHttpsInFront(request) && Interlocked.Exchange(ref _toldOfProxy, 1) == 0)
        {
            LogProxy(logger);
        }

        if (domain is not null && DecisionCookie.Domain(request, domain) is null && Interlocked.Exchange(ref _toldOfDomain, 1) == 0)
        {
            LogDomain(logger, domain);
        }

        var path = $"{application.Value}/";
        if (ConsentNames.IsAutomatic(options)
            && Interlocked.CompareExchange(ref _decidedAt, path, null) is { } before && !before.Equals(path, StringComparison.OrdinalIgnoreCase)
            && Interlocked.Exchange(ref _toldOfPaths, 1) == 0)
        {
            LogPaths(logger, before, path);
        }
    }

    /// <summary>
    /// A browser kept no decision cookie, though it keeps others. Only scripts can see that: a server does not learn what became of a
    /// cookie. Logged at most once an hour, and only for a page of the site that really comes without the cookie.
    /// </summary>
    /// <param name="request">The request of the script that says so.</param>
    /// <param name="name">The cookie's name.</param>
    /// <returns>What to say in that browser; nothing outside Development.</returns>
    public string? CookieRefused(HttpRequest request, string name)
    {
        if (!IsOfOwnPage(request) || RequestCookies.Values(request, name).Length > 0)
        {
            return null;
        }

        var prefix = ConsentNames.PrefixOf(name);
        var cause = prefix.Equals(ConsentNames.HostPrefix, StringComparison.OrdinalIgnoreCase)
            ? $"Most likely a proxy rewrites its Path or Domain (nginx: proxy_cookie_path, proxy_cookie_domain), and browsers refuse a name that begins with {prefix} unless the path is / and there is no domain. "
                + $"Leave both as they are, or set Consent:CookieName to a name without that prefix, such as '{name[prefix.Length..]}'."
            : "Most likely a proxy removes it, or rewrites its Domain or Path (nginx: proxy_cookie_domain, proxy_cookie_path) to a value that does not match the page's address. Leave both as they are.";
        var problem = $"A browser did not keep the decision cookie '{name}', although it stores other cookies, so the banner comes back on every page. {cause} If only one visitor is affected, something in that browser removes it.";
        var now = clock.GetUtcNow().UtcTicks;
        if (Volatile.Read(ref _mayTellOfRefusal) is var from && from <= now && Interlocked.CompareExchange(ref _mayTellOfRefusal, now + BetweenRefusals.Ticks, from) == from)
        {
            LogRefused(logger, problem);
        }

        return _isDevelopment ? problem : null;
    }

    // On plain http browsers leave the first header out, but not the second.
    private static bool IsOfOwnPage(HttpRequest request) => request.Headers[SameOrigin.Header] is { Count: > 0 } site
        ? site is [SameOrigin.Own]
        : SameSiteReferer.Of(request) is not null;

    /// <summary>Somebody asked before the host had answered who the visitor is.</summary>
    /// <param name="context">The request.</param>
    /// <param name="from">What asked, if it was asked itself about the visitor: <c>region</c>, <c>external</c>, <c>age</c> or <c>restricted</c>.</param>
    public void LookAtHaste(HttpContext context, string? from)
    {
        if (from is not null)
        {
            if (Interlocked.Exchange(ref _toldOfCircle, 1) == 0)
            {
                LogCircle(logger, from);
            }
        }
        else if (Interlocked.Exchange(ref _toldOfHaste, 1) == 0)
        {
            LogHaste(logger, context.Request.Path.Value ?? "");
        }
    }

    [LoggerMessage(ServerLogEvents.AskedTooEarly, LogLevel.Warning, "At {Path}, code asked for the visitor's consent before the site's own answers were there (IExternalConsentSource, a region resolver, Age or Restricted), so nothing optional was granted. In that middleware, call await context.GetConsentAsync(), after UseAuthentication.")]
    private static partial void LogHaste(ILogger logger, string path);

    [LoggerMessage(ServerLogEvents.AskedByAnAnswer, LogLevel.Warning, "What answers who the visitor is cannot ask for consent, which depends on its answer. The source '{Source}' did, and was told that nothing optional is granted. Take out of it, and of what it calls, whatever asks: GetConsent, GetConsentAsync, IConsentService, an HttpClient with RequireConsent.")]
    private static partial void LogCircle(ILogger logger, string source);

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

    [LoggerMessage(ServerLogEvents.CookiePolicyOfItsOwn, LogLevel.Warning, "Options were passed to UseCookiePolicy itself, so it does not follow the visitor's decision. Set them with services.Configure<CookiePolicyOptions>(…), and call app.UseCookiePolicy() without options.")]
    private static partial void LogPolicy(ILogger logger);

    // Only told of: nothing is trusted unasked.
    private static bool IsHttpsInFront(HttpRequest request) =>
        request.Headers.Origin.ToString().StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(ServerLogEvents.SchemeNotForwarded, LogLevel.Warning, "The visitor uses https, but the application sees http, because a proxy ends TLS. The decision cookie is therefore not Secure and has no __Host- prefix. Forward the scheme: set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, or call app.UseForwardedHeaders() with X-Forwarded-Proto.")]
    private static partial void LogProxy(ILogger logger);

    [LoggerMessage(ServerLogEvents.CookieDomainNotOfHost, LogLevel.Warning, "CookieDomain '{Domain}' is not a parent domain of the requested host, so the decision counts for that host only. Correct it, or forward the host (UseForwardedHeaders with X-Forwarded-Host).")]
    private static partial void LogDomain(ILogger logger, string domain);

    [LoggerMessage(ServerLogEvents.CookieRefused, LogLevel.Warning, "{Problem}")]
    private static partial void LogRefused(ILogger logger, string problem);

    [LoggerMessage(ServerLogEvents.SeveralPaths, LogLevel.Information, "Visitors decide separately under '{First}' and '{Second}'. If both are one site, set Consent:CookieName (for example ic_consent), so that they share one decision.")]
    private static partial void LogPaths(ILogger logger, string first, string second);
}
