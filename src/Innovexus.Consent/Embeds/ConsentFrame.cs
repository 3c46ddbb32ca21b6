using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// A frame, such as a video, a map or a form, that is loaded only where its vendor or category is granted. Until then a placeholder
/// of the same size says what loading it means and offers to load it once or always. Without JavaScript it links to the content.
/// Further attributes such as <c>allow</c>, <c>sandbox</c> or <c>loading</c> are passed on.
/// </summary>
public sealed class ConsentFrame : ConsentEmbedBase
{
    /// <summary>What the frame shows, for those who cannot see it and for the placeholder (WCAG 2.2, 4.1.2). Required.</summary>
    [Parameter]
    [EditorRequired]
    public string? Title { get; set; }

    private protected override string Label => Title!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (string.IsNullOrWhiteSpace(Title))
        {
            throw new InvalidOperationException($"ConsentFrame for '{Verdict.Id}' has no Title. Say what it shows: Title=\"How the platform works (video)\".");
        }
    }

    private protected override RenderFragment Element(bool live) => builder =>
    {
        builder.OpenElement(0, "iframe");
        builder.AddMultipleAttributes(1, OfTheElement);
        builder.AddAttribute(2, "title", Title);
        AddCommon(builder, 3, live);
        builder.CloseElement();
    };
}
