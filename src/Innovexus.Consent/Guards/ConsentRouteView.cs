using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>
/// Shows a routed page only to visitors who allow what its <see cref="RequireConsentAttribute"/> names, and follows their choice. It
/// takes the place of <c>RouteView</c> in an application with a global render mode, where pages are reached without a request that a
/// server could refuse. With authorization, put <c>AuthorizeRouteView</c> inside it.
/// </summary>
public sealed class ConsentRouteView : RouteView
{
    /// <summary>Shown instead of a page that is refused, in its layout; the ids that it needs are the context.</summary>
    /// <value>The default is <see cref="ConsentRequired"/>.</value>
    [Parameter]
    public RenderFragment<IReadOnlyList<string>>? Denied { get; set; }

    /// <summary>What shows the page, such as an <c>AuthorizeRouteView</c>.</summary>
    /// <value><see langword="null"/>, the default: the page in its layout, as <c>RouteView</c> shows it.</value>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc/>
    protected override void Render(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var ids = Ids(RouteData.PageType);
        if (ids.Length == 0)
        {
            Show(builder);
            return;
        }

        builder.OpenComponent<ConsentRouteGate>(0);
        builder.AddComponentParameter(1, nameof(ConsentRouteGate.Ids), ids);
        builder.AddComponentParameter(2, nameof(ConsentRouteGate.Granted), (RenderFragment)Show);
        builder.AddComponentParameter(3, nameof(ConsentRouteGate.Denied), (RenderFragment)Refuse);
        builder.CloseComponent();

        [UnconditionalSuppressMessage("Trimming", "IL2110", Justification = "The layout's type comes from LayoutAttribute or RouteView, whose own annotations keep its members.")]
        [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "The layout's type comes from LayoutAttribute or RouteView, whose own annotations keep its members.")]
        void Refuse(RenderTreeBuilder builder)
        {
            builder.OpenComponent<LayoutView>(0);
            builder.AddComponentParameter(1, nameof(LayoutView.Layout), RouteData.PageType.GetCustomAttribute<LayoutAttribute>()?.LayoutType ?? DefaultLayout);
            builder.AddComponentParameter(2, nameof(LayoutView.ChildContent), Denied?.Invoke(ids) ?? Required(ids));
            builder.CloseComponent();
        }
    }

    private void Show(RenderTreeBuilder builder)
    {
        if (ChildContent is null)
        {
            base.Render(builder);
        }
        else
        {
            ChildContent(builder);
        }
    }

    private static RenderFragment Required(string[] ids) => builder =>
    {
        builder.OpenComponent<ConsentRequired>(0);
        builder.AddComponentParameter(1, nameof(ConsentRequired.Ids), ids);
        builder.CloseComponent();
    };

    private static string[] Ids(Type page)
    {
        var attributes = page.GetCustomAttributes(typeof(RequireConsentAttribute), inherit: true);
        var ids = new string[attributes.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = ((RequireConsentAttribute)attributes[i]).Id;
        }

        return ids;
    }
}
