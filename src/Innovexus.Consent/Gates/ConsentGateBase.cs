using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Innovexus.Consent;

/// <summary>What depends on the verdict on one vendor or category. Public only because its components are; it is not meant to be derived from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConsentGateBase : ConsentComponentBase, IDisposable
{
    private IDisposable? _subscription;

    private protected ConsentGateBase()
    {
    }

    /// <summary>The consent that it needs: the id of a vendor or of a category. Required; empty text counts as not set.</summary>
    [Parameter]
    [EditorRequired]
    public string? Consent { get; set; }

    private protected string Id => Consent!;

    /// <summary>A parameter's text; empty text and white space count as not set.</summary>
    private protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The component's name in messages to the developer.</summary>
    private protected string Component => GetType().Name;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The parameters are incomplete or contradict each other.</exception>
    protected override void OnParametersSet()
    {
        Consent = Given(Consent) ?? throw new InvalidOperationException(
            $"{Component} has no Consent. Name the vendor or the category that it needs: <{Component} Consent=\"plausible\" … />.");
        if (!Page.Registry.Knows(Id))
        {
            Page.Report($"{Component} names '{Id}', which is neither a category nor a vendor, so it never runs.{Page.Registry.Hint(Id)} Correct it, or declare it in AddConsent or in the Consent section.");
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            _subscription = Services.GetRequiredService<IConsentService>().OnChange(_ => InvokeAsync(StateHasChanged));
        }
    }

    /// <summary>Stops following the visitor's choice.</summary>
    public void Dispose()
    {
        _subscription?.Dispose();
        GC.SuppressFinalize(this);
    }
}
