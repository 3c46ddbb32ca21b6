using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>The page that is shown in place of one that a visitor has not allowed. Public only because Razor finds no other components; it is not meant to be placed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConsentRequiredDocument : ConsentComponentBase
{
    /// <summary>The ids that it needs.</summary>
    [Parameter, EditorRequired]
    public string[] Ids { get; set; } = [];
}
