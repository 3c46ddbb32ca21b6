using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>What the library's components share. Public only because they are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentComponentBase : ComponentBase
{
    private protected ConsentComponentBase()
    {
    }

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    private protected IConsentPage Page { get; private set; } = default!;

    /// <summary>Whether this page shows the banner: something is undecided, a choice can be kept, and it is not a preferences page.</summary>
    private protected bool BannerDue => Page.State.NeedsDecision && !Page.Framed && !ConsentPaths.IsPreferencesPage(Navigation, Page.Registry);

    private protected string DecisionAddress => ConsentPaths.Rooted(Navigation, ConsentPaths.Decision);

    private protected string PreferencesAddress => ConsentPaths.PreferencesPage(Navigation, Page.Registry);

    private protected string PolicyAddress => ConsentPaths.Address(Navigation, Page.Registry.PrivacyPolicyPath);

    private protected string ReturnPath => ConsentPaths.ReturnPath(Navigation, Page.Registry);

    /// <summary>What the runtime says after a decision made with a form, each text by its outcome.</summary>
    private protected static IReadOnlyDictionary<string, object> Outcomes { get; } = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["data-ic-form"] = true,
        ["data-ic-saved"] = ConsentTexts.Saved,
        ["data-ic-held"] = ConsentTexts.Held,
        ["data-ic-kept"] = ConsentTexts.NotSavedRefusal,
        ["data-ic-failed"] = ConsentTexts.NotSaved,
        ["data-ic-unchanged"] = ConsentTexts.NotChanged,
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> or <c>MapConsent</c> is missing.</exception>
    protected override void OnInitialized()
    {
        Page = Services.GetService<IConsentPage>() ?? throw new InvalidOperationException(
            "Consent is not set up. Add builder.Services.AddConsent(builder.Configuration.GetSection(\"Consent\")) to Program.cs, before builder.Build().");
        Page.RequireEndpoints();
    }
}
