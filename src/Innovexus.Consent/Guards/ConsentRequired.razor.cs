using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// Stands in the place of something that the visitor has not allowed. It says what is needed and has one button that allows just that; the
/// page then appears by itself.
/// </summary>
public sealed partial class ConsentRequired : ConsentComponentBase
{
    /// <summary>The ids of the categories and vendors that it needs.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Ids { get; set; } = [];

    private string? PurposeOf(string id) =>
        Page.Registry.TryGetVendor(id, out var vendor) ? vendor.Purpose
        : Page.Registry.TryGetCategory(id, out var category) ? category.Purpose
        : null;

    private string NameOf(string id) =>
        Page.Registry.TryGetVendor(id, out var vendor) ? vendor.Name
        : Page.Registry.TryGetCategory(id, out var category) ? category.Name
        : id;
}
