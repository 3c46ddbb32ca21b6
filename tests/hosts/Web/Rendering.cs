using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Innovexus.Consent.Hosts.Web;

/// <summary>The render mode that the host is configured with: for each page by itself, or for the router and so for all of them.</summary>
internal static class Rendering
{
    public static IComponentRenderMode? OfPages { get; private set; }

    public static IComponentRenderMode? OfAll { get; private set; }

    public static void Configure(IConfiguration configuration)
    {
        var prerender = configuration["Prerender"] != "off";
        IComponentRenderMode? mode = configuration["RenderMode"] switch
        {
            null => null,
            "Server" => new InteractiveServerRenderMode(prerender),
            "WebAssembly" => new InteractiveWebAssemblyRenderMode(prerender),
            "Auto" => new InteractiveAutoRenderMode(prerender),
            { } other => throw new InvalidOperationException($"There is no render mode '{other}'."),
        };
        var global = configuration["Interactivity"] == "Global";
        OfPages = global ? null : mode;
        OfAll = global ? mode : null;
    }
}
