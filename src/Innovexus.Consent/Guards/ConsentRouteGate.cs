using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>Shows one of two contents, depending on the verdicts on several ids, and follows the visitor's choice.</summary>
internal sealed class ConsentRouteGate : ComponentBase, IDisposable
{
    private IDisposable? _subscription;

    [Parameter]
    public string[] Ids { get; set; } = [];

    [Parameter]
    public RenderFragment Granted { get; set; } = default!;

    [Parameter]
    public RenderFragment Denied { get; set; } = default!;

    [Inject]
    private IConsentService Consent { get; set; } = default!;

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized() => _subscription = Consent.OnChange(_ => InvokeAsync(StateHasChanged));

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (!RendererInfo.IsInteractive && AssignedRenderMode is null)
        {
            builder.AddContent(0, ConsentIsNotCached.Beside(nameof(ConsentRouteView)));
        }

        foreach (var id in Ids)
        {
            if (!Consent.IsGranted(id))
            {
                builder.AddContent(1, Denied);
                return;
            }
        }

        builder.AddContent(2, Granted);
    }
}
