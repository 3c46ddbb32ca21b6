using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// The preferences: one switch for each category, with its vendors below. Place it on the page that
/// <see cref="ConsentOptions.PreferencesPath"/> names; the dialog shows the same form. Works without JavaScript.
/// </summary>
public sealed partial class ConsentPreferences : ConsentComponentBase
{
    /// <summary>
    /// Whether this is the form for the dialog. The page may hold a form of its own, so the ids differ. Public only because Razor sets no
    /// other parameters; the library sets it.
    /// </summary>
    [Parameter]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Dialog { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Page.KeepPrivate();
    }

    private string? ContactAddress => Page.Registry.Controller.Contact is { } contact
        ? contact.Contains('/') ? ConsentPaths.Address(Navigation, contact) : "mailto:" + contact
        : null;

    private string Id(string part) => (Dialog ? "ic-dialog-" : "ic-page-") + part;
}
