using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>The built-in preferences page. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConsentPreferencesDocument : ComponentBase
{
    [Inject]
    private IConsentPage Page { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string ReturnPath => ConsentPaths.ReturnPath(Navigation, Page.Registry);
}
