namespace Innovexus.Consent;

/// <summary>
/// The banner that asks, where something is undecided, and the place where the preferences open. Place it in <c>App.razor</c> as the
/// first child of <c>&lt;body&gt;</c>, on every page.
/// </summary>
public sealed partial class ConsentBanner : ConsentComponentBase
{
    private bool Due => Page.State.NeedsDecision && !ConsentPaths.IsPreferencesPage(Navigation, Page.Registry);

    private string Action => ConsentPaths.Rooted(Navigation, ConsentPaths.Decision);

    private string Policy => ConsentPaths.Address(Navigation, Page.Registry.PrivacyPolicyPath);

    private string PreferencesPath => ConsentPaths.PreferencesPage(Navigation, Page.Registry);

    private string ReturnPath => ConsentPaths.ReturnPath(Navigation, Page.Registry);
}
