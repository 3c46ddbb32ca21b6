using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>What the components ask of the circuit or the WebAssembly application that they are rendered in.</summary>
internal sealed partial class InteractiveConsentPage(
    ConsentRegistry registry,
    IConsentService consent,
    NavigationManager navigation,
    InteractiveHost host,
    ILogger<InteractiveConsentPage> logger) : IConsentPage
{
    public ConsentRegistry Registry => registry;

    public ConsentState State => consent.State;

    // Whose frame it is was seen when the page was rendered; nothing here depends on it.
    public bool Framed => false;

    public bool Development => host.Development;

    public bool Standalone => false;

    public bool InlineStyle => false;

    // The document's policy knows the nonce of the page it came with, which only the runtime has kept.
    public string? Nonce => null;

    public bool ClaimBanner() => false;

    public ConsentStateJson Describe(bool banner) => throw new InvalidOperationException("The state of a page is written by the server that renders it.");

    public string AssetPath(string file) => ConsentPaths.Base(navigation) + host.Route(file);

    public string? AssetIntegrity(string file) => null;

    // The server that rendered the page has seen to that.
    public void RequireEndpoints()
    {
    }

    public void Report(string mistake)
    {
        if (host.Development)
        {
            LogMistake(logger, mistake);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Mistake}")]
    private static partial void LogMistake(ILogger logger, string mistake);
}
