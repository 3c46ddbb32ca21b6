using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>What the components ask of the request they are rendered in.</summary>
internal sealed partial class RequestConsentPage(
    IHttpContextAccessor accessor,
    ConsentAssets assets,
    ConsentEndpointMarker endpoints,
    VendorPolicy policy,
    PageEvents events,
    IHostEnvironment environment,
    ILogger<RequestConsentPage> logger) : IConsentPage
{
    internal const string MissingHead = "This page has a ConsentBanner and no ConsentHead. A choice works only with a load of the page, and no gate opens. "
        + "Place ConsentHead in <head>, after <ImportMap /> where there is one.";

    public ConsentRegistry Registry => Feature.Registry;

    public ConsentNames Names => Feature.Names;

    public ConsentState State => Cacheable ? Feature.Host.Anyone : Context.GetConsent();

    public bool Cacheable => Feature.IsCacheable;

    public bool Framed
    {
        get
        {
            if (Cacheable)
            {
                return false;
            }

            ConsentVary.Add(Context.Response, FetchDestination.Header);
            return FetchDestination.IsFrame(Context.Request);
        }
    }

    public bool Standalone => false;

    public bool Posted => !HttpMethods.IsGet(Context.Request.Method) && !HttpMethods.IsHead(Context.Request.Method);

    public string? Shut => Feature.Host.Options.ContentSecurity == ContentSecurityMode.Enforce ? string.Join(' ', policy.Shut(State)) : null;

    public bool Development => environment.IsDevelopment();

    // A page fetched by enhanced navigation is parsed under the open document's policy, which knows another nonce: the browser would
    // report a violation for an inline style, though the permanent root keeps the one it has.
    public string? InlineStyle => Feature.Host.Options.InlineStyle && (Nonce is null || !IsEnhancedNavigation) ? Consent.InlineStyle.Of(Banner) : null;

    public BannerLook Banner => Feature.Host.Banner;

    public string? Signals => Cacheable ? Registry.PageSignals?.ForAll() : Registry.PageSignals?.For(State, State.DecidedAt is not null);

    public string? SayScript => Consent.SayScript.Text;

    public PageEvents? Events => Registry.PageSignals?.HasEvents == true && !Cacheable ? events : null;

    public string? Nonce => ConsentNonce.Of(Context).Value is not null && Cacheable
        ? throw new InvalidOperationException(
            "CacheablePages makes this page the same for all visitors, but the request has a nonce, which a cache would repeat. "
            + "Leave options.Nonce unset and do not call GetConsentNonce() for it; name ConsentHashes.Script and ConsentHashes.Style in the policy instead.")
        : ConsentNonce.Of(Context).Value;

    private bool _hasHead;
    private bool _hasBanner;
    private Endpoint? _ofBanner;

    private HttpContext Context => accessor.HttpContext!;

    private bool IsEnhancedNavigation =>
        Context.Request.Headers.Accept.Any(accept => accept?.Contains("blazor-enhanced-nav=on", StringComparison.Ordinal) == true);

    private ConsentFeature Feature => ConsentFeature.Of(Context);

    // A page that caches keep takes the place of a preferences page without a state of its own, so that one tells what is due.
    public ConsentStateJson Describe(bool banner)
    {
        _hasHead = true;
        return Cacheable ? ConsentStateJson.ForAll(State)
            : RequestState.Page(Feature, banner || (Feature.Host.Options.CacheablePages && State.Prompt != ConsentPrompt.None));
    }

    public PolicyVersion? DuePolicy => Cacheable ? PolicyNotice.Due(Registry, [], null, Feature.Host.Clock.GetUtcNow()) : PolicyAcknowledgement.Due(Feature);

    // Whether it is a frame is asked last: the page varies by that, and most have nothing to tell.
    public AccountConflict? TakeConflict()
    {
        if (Cacheable || ConflictNotice.Find(Feature) is not { } conflict || Framed)
        {
            return null;
        }

        Feature.TellCaches();
        ConflictNotice.Keep(Feature, conflict);
        return conflict;
    }

    public ValueTask<bool> OpenAsync() => ValueTask.FromResult(true);

    public void KeepPrivate()
    {
        if (Cacheable)
        {
            Report("ConsentPreferences is on a page that is the same for all visitors (CacheablePages), so it cannot show this visitor's choice. Set options.PreferencesPath to the page's path.");
        }

        PrivateResponse.Mark(Context);
    }

    public string AssetPath(string file) => $"{Context.Request.PathBase.ToUriComponent()}/{(IsSource(file) ? ConsentPaths.Source + file : assets.Route(file))}";

    public string? AssetIntegrity(string file) => IsSource(file) ? null : assets.Integrity(file);

    private bool IsSource(string file) => Feature.Host.Options.DebugScripts && file.EndsWith(".js", StringComparison.Ordinal);

    public void RequireEndpoints()
    {
        if (!endpoints.Mapped)
        {
            throw new InvalidOperationException("The consent endpoints are not mapped. Add app.MapConsent(); to Program.cs, before app.Run();");
        }
    }

    public void ReleaseBanner()
    {
        // A request renders its page once.
    }

    public bool ClaimBanner()
    {
        // A page that failed is followed by that of its error, in the same request.
        var page = Context.GetEndpoint();
        if (_hasBanner && ReferenceEquals(page, _ofBanner))
        {
            Report(ConsentComponentBase.SecondBanner);
            return false;
        }

        if (environment.IsDevelopment() && !_hasBanner)
        {
            // The head may come later than the banner, where a layout renders it into a section.
            Context.Response.OnCompleted(ReportMissingHead);
        }

        _ofBanner = page;
        return _hasBanner = true;
    }

    private Task ReportMissingHead()
    {
        if (!_hasHead)
        {
            Report(MissingHead);
        }

        return Task.CompletedTask;
    }

    public void Report(string mistake)
    {
        if (environment.IsDevelopment())
        {
            LogMistake(logger, mistake);
        }
    }

    [LoggerMessage(ServerLogEvents.PageMistake, LogLevel.Error, "{Mistake}")]
    private static partial void LogMistake(ILogger logger, string mistake);
}
