using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>The end of a page: when it was rendered, and, for a control that leaks, without the header that keeps visitors apart.</summary>
public sealed class CachedEnd : ComponentBase
{
    private static int _count;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    public static string Mark(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("control"))
        {
            context.Response.Headers.Remove("Vary");
        }

        return $"rendering {Interlocked.Increment(ref _count)}.";
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Mark(Context));
}
