using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// An image from another site, such as a badge, a map or a tracking pixel, that is loaded only where its vendor or category is
/// granted. One that conveys something has a placeholder of its size until then; one with an empty <see cref="Alt"/>, such as a
/// pixel, has none. Further attributes such as <c>referrerpolicy</c> are passed on.
/// </summary>
public sealed class ConsentImage : ConsentEmbedBase
{
    /// <summary>What the image conveys; empty if nothing (WCAG 2.2, 1.1.1). Required.</summary>
    [Parameter]
    [EditorRequired]
    public string? Alt { get; set; }

    private protected override string Label => Alt!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (Alt is null)
        {
            throw new InvalidOperationException($"ConsentImage for '{Verdict.Id}' has no Alt. Say what it conveys, or write Alt=\"\" for a pixel that conveys nothing.");
        }

        Alt = Given(Alt) ?? "";
        if (Alt.Length > 0 && (Width is null || Height is null))
        {
            throw new InvalidOperationException($"ConsentImage for '{Verdict.Id}' needs Width and Height, so that the page does not jump when it is loaded.");
        }
    }

    private protected override RenderFragment Element(bool live) => builder =>
    {
        builder.OpenElement(0, "img");
        builder.AddMultipleAttributes(1, OfTheElement);
        builder.AddAttribute(2, "alt", Alt);
        AddCommon(builder, 3, live);
        builder.CloseElement();
    };
}
