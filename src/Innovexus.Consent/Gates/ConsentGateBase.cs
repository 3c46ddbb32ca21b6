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

    /// <summary>The id of the vendor it belongs to. Either this or <see cref="Category"/>; empty text counts as not set.</summary>
    [Parameter]
    public string? Vendor { get; set; }

    /// <summary>The id of the category it belongs to. Either this or <see cref="Vendor"/>; empty text counts as not set.</summary>
    [Parameter]
    public string? Category { get; set; }

    private protected string Id => Vendor ?? Category!;

    /// <summary>A parameter's text; empty text and white space count as not set.</summary>
    private protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The component's name in messages to the developer.</summary>
    private protected string Component => GetType().Name;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The parameters are incomplete or contradict each other.</exception>
    protected override void OnParametersSet()
    {
        // Markup that has nothing to say still writes the attribute.
        (Vendor, Category) = (Given(Vendor), Given(Category));
        if (Vendor is null && Category is null)
        {
            throw new InvalidOperationException($"{Component} needs either a Vendor or a Category: <{Component} Vendor=\"plausible\" … />.");
        }

        if (Vendor is not null && Category is not null)
        {
            throw new InvalidOperationException($"{Component} needs either a Vendor or a Category, and has both: '{Vendor}' and '{Category}'. A vendor has its category already; leave that out.");
        }

        if (!Page.Registry.Knows(Id))
        {
            Page.Report(
                $"{Component} names '{Id}', which is neither a category nor a vendor, so it never runs.{ConsentId.Suggestion(Id, Page.Registry.Ids)} Declare it in AddConsent or in the Consent section.");
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
        {
            _subscription = Services.GetRequiredService<IConsentService>().OnChanged(_ => InvokeAsync(StateHasChanged));
        }
    }

    /// <summary>Stops following the visitor's choice.</summary>
    public void Dispose()
    {
        _subscription?.Dispose();
        GC.SuppressFinalize(this);
    }
}
