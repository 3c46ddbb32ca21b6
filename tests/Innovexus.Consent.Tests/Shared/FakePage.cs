using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent.Tests;

/// <summary>A page to render components in, with nothing behind it.</summary>
internal sealed class FakePage : IConsentPage
{
    public ConsentRegistry Registry { get; init; } = Registries.Site;

    public ConsentState State { get; init; } = Decisions.Evaluate(null);

    public bool Framed { get; init; }

    public bool Development { get; init; }

    public bool InlineStyle { get; init; } = true;

    public string? Nonce { get; init; }

    public List<string> Unknown { get; } = [];

    public ConsentStateJson Describe(bool banner) => ConsentStateJson.ForPage(State, null, banner, [], Decisions.Now);

    public string AssetPath(string file) => $"/_content/Innovexus.Consent/{file}";

    public string? AssetIntegrity(string file) => null;

    public void RequireEndpoints()
    {
    }

    public void ReportUnknown(string component, string id) => Unknown.Add(id);

    public FakePage In(BunitContext context)
    {
        context.Services.AddSingleton<IConsentPage>(this);
        return this;
    }
}
