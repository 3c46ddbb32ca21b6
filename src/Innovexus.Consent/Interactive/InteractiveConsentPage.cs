using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>What the components ask of the circuit or the WebAssembly application that they are rendered in.</summary>
internal sealed partial class InteractiveConsentPage(
    ConsentRegistry registry,
    IConsentService consent,
    NavigationManager navigation,
    InteractiveHost host,
    ILogger<InteractiveConsentPage> logger,
    StandaloneConsent? standalone = null,
    StandaloneEndpoints? endpoints = null) : IConsentPage
{
    private StandaloneConsent Alone => standalone ?? throw new InvalidOperationException("Only the server that renders a page can write its state.");

    // Components report a mistake at each rendering; it is logged once.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private bool _hasBanner;

    public ConsentRegistry Registry => registry;

    public ConsentState State => consent.State;

    // The server saw the frame when it rendered the page; nothing here depends on it.
    public bool Framed => false;

    public bool Development => host.Development();

    public bool Standalone => standalone is not null;

    // The head, which says so, is the server's.
    public bool Posted => false;

    public string? Shut => null;

    public bool Cacheable => false;

    public string? Signals => registry.PageSignals?.For(State, State.DecidedAt is not null);

    public string? SayScript => null;

    public string? InlineStyle => endpoints?.Style;

    public BannerLook Banner => endpoints?.Banner ?? BannerLook.Default;

    // The document's policy knows the nonce of the page it came with, which only the runtime has kept.
    public string? Nonce => null;

    public ValueTask<bool> OpenAsync() => endpoints is null ? ValueTask.FromResult(true) : new(endpoints.OpenAsync());

    // A cache has only what a server renders.
    public void KeepPrivate()
    {
    }

    public void ReleaseBanner() => _hasBanner = false;

    public bool ClaimBanner()
    {
        if (_hasBanner)
        {
            Report(ConsentComponentBase.SecondBanner);
        }

        return !_hasBanner && (_hasBanner = true);
    }

    public ConsentStateJson Describe(bool banner) => Alone.Page();

    public ConsentNames Names => Alone.Names;

    public PolicyVersion? DuePolicy => standalone?.DuePolicy;

    public string AssetPath(string file) => ConsentPaths.Base(navigation) + host.Route(file);

    public string? AssetIntegrity(string file) => null;

    // The server checked that when it rendered the page.
    public void RequireEndpoints()
    {
    }

    public void Report(string mistake)
    {
        if (Development && _reported.Add(mistake))
        {
            LogMistake(logger, mistake);
        }
    }

    [LoggerMessage(LogEvents.Mistake, LogLevel.Error, "{Mistake}")]
    private static partial void LogMistake(ILogger logger, string mistake);
}
