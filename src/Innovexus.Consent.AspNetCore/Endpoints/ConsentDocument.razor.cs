using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>What the built-in pages share. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConsentDocument : ConsentComponentBase
{
    /// <summary>The title and heading.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // The link is for sites that sell or share, or use sensitive data (Cal. Civ. Code § 1798.135(a)); elsewhere it offers nothing to opt out of.
    private bool OffersChoices => Page.Registry.Vendors.Any(vendor => vendor.IsSold || vendor.SensitiveData);
}
