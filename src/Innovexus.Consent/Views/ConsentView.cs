using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>
/// Shows one thing where a category or vendor is granted and another where it is not; the verdict is the content's context. Only the
/// branch that may be seen is sent. When the visitor's choice changes the verdict, an interactive view switches by itself; in a static
/// page the page is asked for again, by enhanced navigation to the same address, so what the visitor typed meanwhile stays. A page that
/// caches keep for all (<c>CacheablePages</c>) holds both branches: <c>Granted</c> stays inert until it is granted,
/// and its context is a verdict that grants; the context of <c>Denied</c> is the verdict on a visitor who has not decided.
/// </summary>
public sealed class ConsentView : ConsentGateBase
{
    /// <summary>What is shown where it is granted. Either this or <see cref="Granted"/>.</summary>
    [Parameter]
    public RenderFragment<ConsentVerdict>? ChildContent { get; set; }

    /// <summary>What is shown where it is granted. Either this or <see cref="ChildContent"/>.</summary>
    [Parameter]
    public RenderFragment<ConsentVerdict>? Granted { get; set; }

    /// <summary>What is shown where it is not.</summary>
    [Parameter]
    public RenderFragment<ConsentVerdict>? Denied { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The parameters contradict each other.</exception>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (ChildContent is not null && Granted is not null)
        {
            throw new InvalidOperationException(
                $"ConsentView for '{Id}' has both its own content and <Granted>. Move the content into <Granted>.");
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var verdict = Page.State[Id];
        if (Page.Cacheable && !IsInteractive)
        {
            AddBranch(builder, 0, "template", Granted ?? ChildContent, new(Id, true, false, ConsentReason.Given));
            AddBranch(builder, 1, "ic-branch", Denied, verdict);
            return;
        }

        // An empty template may stand anywhere and shows nothing. It tells the runtime which verdict this page was rendered with. An
        // interactive view needs none, since it follows the state by itself.
        if (!IsInteractive)
        {
            builder.OpenElement(0, "template");
            builder.AddAttribute(1, "data-ic-view", verdict.Id);
            builder.AddAttribute(2, "data-ic-granted", verdict.Granted);
            builder.CloseElement();
        }

        if (verdict.Granted)
        {
            builder.AddContent(3, Granted ?? ChildContent, verdict);
        }
        else
        {
            builder.AddContent(4, Denied, verdict);
        }

        builder.AddContent(5, NotCached);
    }

    // Both are in a page that a cache keeps, and the runtime shows one. What is granted is inert until then: a hidden element would
    // load its frames and run its scripts.
    private void AddBranch(RenderTreeBuilder builder, int sequence, string element, RenderFragment<ConsentVerdict>? content, ConsentVerdict verdict)
    {
        if (content is not null)
        {
            builder.OpenRegion(sequence);
            builder.OpenElement(0, element);
            builder.AddAttribute(1, "data-ic-view", Id);
            builder.AddAttribute(2, "data-ic-branch", true);
            builder.AddContent(3, content, verdict);
            builder.CloseElement();
            builder.CloseRegion();
        }
    }
}
