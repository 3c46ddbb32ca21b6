using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>The events of the request, in its page. Rendered anew with each, since the page's own code runs after its head was rendered.</summary>
internal sealed class WrittenEvents : ComponentBase, IDisposable
{
    [Inject]
    private IConsentPage Page { get; set; } = default!;

    protected override void OnInitialized() => Page.Events!.Added += Refresh;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Page.Events!.Write() is { } events)
        {
            builder.OpenElement(0, "script");
            builder.AddAttribute(1, "type", "application/json");
            builder.AddAttribute(2, "data-ic-written", true);
            builder.AddMarkupContent(3, events);
            builder.CloseElement();
        }
    }

    public void Dispose() => Page.Events!.Added -= Refresh;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
