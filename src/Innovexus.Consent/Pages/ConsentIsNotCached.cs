using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Innovexus.Consent;

/// <summary>
/// Renders nothing. In a <c>CacheView</c> of .NET 11, which would show one visitor's consent to others, it makes that view throw: it is
/// rendered anew each time, and it has content, which cannot be kept. <c>[CacheBehavior]</c>, which says so by name, exists only in
/// .NET 11; there the framework's token bears it, and what derives from the token inherits it. A component that streams would do as well,
/// but it leaves comments in the page, and those in an element that stays from one page to the next would catch another component's content.
/// </summary>
internal sealed class ConsentIsNotCached : AntiforgeryToken, IComponent
{
    private static readonly bool CacheViewExists = Environment.Version.Major > 10;

    private static readonly RenderFragment Nothing = _ => { };

    /// <summary>The content to render beside something that differs between visitors; null if there is no such cache.</summary>
    /// <param name="component">The component that differs. The content gets its name, so that the framework's message contains it.</param>
    public static RenderFragment? Beside(string component) => !CacheViewExists ? null : builder =>
    {
        builder.OpenComponent<ConsentIsNotCached>(0);
        builder.AddComponentParameter(1, component, Nothing);
        builder.CloseComponent();
    };

    void IComponent.Attach(RenderHandle renderHandle)
    {
    }

    Task IComponent.SetParametersAsync(ParameterView parameters) => Task.CompletedTask;
}
