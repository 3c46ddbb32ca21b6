using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent.Testing;

/// <summary>The page that a component under test stands in: it has endpoints, no banner yet, and no cache.</summary>
internal sealed class FakeConsentPage(FakeConsentService consent, NavigationManager navigation) : IConsentPage
{
    private bool _hasBanner;

    public ConsentRegistry Registry => consent.Registry;

    public ConsentState State => consent.State;

    public bool Framed => false;

    public bool Development => false;

    public bool Standalone => false;

    public bool Cacheable => false;

    public bool Posted => false;

    public string? Shut => null;

    public ConsentNames Names { get; } = ConsentNames.Of(new(), "/", https: true, shared: false);

    public PolicyVersion? DuePolicy => null;

    public string? Signals => null;

    public string? SayScript => null;

    public string? InlineStyle => null;

    public string? Nonce => null;

    public ValueTask<bool> OpenAsync() => ValueTask.FromResult(true);

    public void KeepPrivate()
    {
        // No cache keeps what a test renders.
    }

    public bool ClaimBanner() => !_hasBanner && (_hasBanner = true);

    public void ReleaseBanner() => _hasBanner = false;

    public ConsentStateJson Describe(bool banner) => ConsentStateJson.ForPage(State, null, banner, [], TestRegistry.Now);

    public string AssetPath(string file) => ConsentPaths.Base(navigation) + InteractiveServices.Plain(file);

    public string? AssetIntegrity(string file) => null;

    public void RequireEndpoints()
    {
        // Nothing is posted.
    }

    public void Report(string mistake)
    {
        // A host tells the developer in its log; ids that a test does not name are none of its mistakes.
    }
}
