using System.ComponentModel;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>The scripts of a vendor from the catalogue. Public only because its components are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class VendorSnippetBase : ConsentComponentBase
{
    private protected VendorSnippetBase()
    {
    }

    private protected abstract string Id { get; }

    private protected IReadOnlyList<VendorScript> Found { get; private set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!Page.Registry.TryGetVendor(Id, out var vendor))
        {
            Page.Report($"{GetType().Name} needs the vendor '{Id}', which is not declared, so it renders nothing.{Page.Registry.Hint(Id)} Add it from the catalogue after AddConsent: {Line}.");
        }
        else if (vendor.Scripts.Count == 0)
        {
            Page.Report($"{GetType().Name} renders nothing: '{Id}' has no scripts. Give what they need where you add it: {Line}. If the catalogue has none for it, write them as ConsentScript.");
        }

        Found = vendor?.Scripts ?? [];
    }

    private string Line => $"AddVendorFromCatalogue(\"{Id}\", …), or the method that is named after it";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var script in Found)
        {
            Build(builder, script);
        }
    }

    private protected virtual void Build(RenderTreeBuilder builder, VendorScript script)
    {
        builder.OpenComponent<ConsentScript>(0);
        builder.AddComponentParameter(1, nameof(ConsentScript.Consent), Id);
        builder.AddComponentParameter(2, nameof(ConsentScript.Src), script.Src);
        builder.AddComponentParameter(3, nameof(ConsentScript.Code), script.Code);
        builder.AddMultipleAttributes(4, Attributes(script));
        builder.CloseComponent();
    }

    private protected static IEnumerable<KeyValuePair<string, object>> Attributes(VendorScript script) =>
        script.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value ?? (object)true));
}
