using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Innovexus.Consent;

/// <summary>The scripts of a tag of Google's. Public only because its components are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GoogleSnippetBase : VendorSnippetBase
{
    private protected GoogleSnippetBase()
    {
    }

    /// <summary>
    /// Whether the tag loads for everyone and follows Consent Mode by itself: Google's advanced mode. Needs
    /// <see cref="GoogleConsentModeOptions.Advanced"/>, and a place that is rendered statically, such as <c>App.razor</c>.
    /// </summary>
    /// <value>The default is <see langword="false"/>: nothing of it loads before a grant.</value>
    [Parameter]
    public bool Ungated { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="Ungated"/> is set in basic mode, or in an interactive tree.</exception>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!Ungated)
        {
            return;
        }

        if (IsInteractive)
        {
            throw new InvalidOperationException($"{GetType().Name} is Ungated in a component with a render mode, where no script runs by itself. Place it in App.razor, in <head> after <ConsentHead />.");
        }

        if (Services.GetService<IOptions<GoogleConsentModeOptions>>()?.Value.Advanced != true)
        {
            throw new InvalidOperationException(
                $"{GetType().Name} is Ungated, and Consent Mode is not set to advanced. Remove Ungated, or call AddGoogleConsentMode(mode => mode.Advanced = true) after AddConsent.");
        }
    }

    private protected override void Build(RenderTreeBuilder builder, VendorScript script)
    {
        if (!Ungated)
        {
            base.Build(builder, script);
            return;
        }

        builder.OpenElement(0, "script");
        builder.AddMultipleAttributes(1, Attributes(script));
        builder.AddAttribute(2, "src", script.Src);
        builder.AddAttribute(3, "nonce", Page.Nonce);
        builder.AddMarkupContent(4, InlineCode.Contained(script.Code, null));
        builder.CloseElement();
    }
}
