using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// The scripts of a vendor that was added from the catalogue, each as a <see cref="ConsentScript"/>: nothing of it runs or is fetched
/// before the vendor is granted. Place it in <c>App.razor</c>, in <c>&lt;head&gt;</c> after <c>&lt;ConsentHead /&gt;</c>.
/// </summary>
public sealed class VendorSnippet : VendorSnippetBase
{
    /// <summary>The vendor's id, such as <c>hotjar</c>. Required.</summary>
    [Parameter]
    [EditorRequired]
    public string? Vendor { get; set; }

    private protected override string Id => Vendor ?? throw new InvalidOperationException("VendorSnippet has no Vendor. Name one that you added from the catalogue: <VendorSnippet Vendor=\"hotjar\" />.");
}
