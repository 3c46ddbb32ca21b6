using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

/// <summary>A page to render components in, with nothing behind it.</summary>
internal sealed class FakePage : IConsentPage
{
    public ConsentRegistry Registry { get; init; } = Registries.Site;

    public ConsentState State
    {
        get => Consent?.State ?? field;
        init;
    } = Decisions.Evaluate(null);

    /// <summary>A visitor who changes her mind.</summary>
    public FakeConsent? Consent { get; init; }

    public bool Framed { get; init; }

    public bool Development { get; init; }

    public bool Standalone { get; init; }

    public bool Cacheable { get; init; }

    public bool Posted { get; init; }

    public string? Shut { get; init; }

    public ConsentNames Names { get; init; } = ConsentNames.Of(new(), "/", https: true, shared: false);

    public PolicyVersion? DuePolicy { get; init; }

    public ValueTask<bool> OpenAsync() => ValueTask.FromResult(true);

    public void KeepPrivate() => IsPrivate = true;

    public bool IsPrivate { get; private set; }

    public string? Signals => null;

    public string? SayScript => null;

    public string? InlineStyle { get; init; } = ".ic-banner { position: fixed }";

    public BannerLook Banner { get; init; } = BannerLook.Default;

    public string? Nonce { get; init; }

    public AccountConflict? Conflict { get; init; }

    public AccountConflict? TakeConflict() => Framed ? null : Conflict;

    public List<string> Mistakes { get; } = [];

    public bool ClaimBanner() => true;

    public void ReleaseBanner()
    {
    }

    public ConsentStateJson Describe(bool banner) => ConsentStateJson.ForPage(State, null, banner, [], Decisions.Now);

    public string AssetPath(string file) => $"/_content/Innovexus.Consent/{file}";

    public string? AssetIntegrity(string file) => null;

    public void RequireEndpoints()
    {
    }

    public void Report(string mistake) => Mistakes.Add(mistake);

    public FakePage In(BunitContext context)
    {
        context.Services.AddSingleton<IConsentPage>(this);
        context.Services.AddSingleton<IConsentService>(Consent ?? new FakeConsent(State));
        context.SetRendererInfo(new("Static", isInteractive: false));
        return this;
    }
}
