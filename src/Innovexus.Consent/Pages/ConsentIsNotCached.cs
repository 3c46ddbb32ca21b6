using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// Renders nothing. In a <c>CacheView</c> of .NET 11, which would show one visitor's consent to others, it makes that view throw: it is
/// rendered anew each time, since it streams, and it has content, which cannot be kept. <c>[CacheBehavior]</c>, which says so by name,
/// exists only in .NET 11.
/// </summary>
[StreamRendering]
internal sealed class ConsentIsNotCached : IComponent
{
    private static readonly bool CacheViewExists = Environment.Version.Major > 10;

    private static readonly RenderFragment Nothing = _ => { };

    /// <summary>
    /// Stands beside what differs between visitors and never around it, since the content of a streaming component streams as well.
    /// Null where there is no such cache.
    /// </summary>
    /// <param name="component">The component that differs. Its name is that of the content, so it stands in the framework's message.</param>
    public static RenderFragment? Beside(string component) => !CacheViewExists ? null : builder =>
    {
        builder.OpenComponent<ConsentIsNotCached>(0);
        builder.AddComponentParameter(1, component, Nothing);
        builder.CloseComponent();
    };

    public void Attach(RenderHandle renderHandle)
    {
    }

    public Task SetParametersAsync(ParameterView parameters) => Task.CompletedTask;
}
