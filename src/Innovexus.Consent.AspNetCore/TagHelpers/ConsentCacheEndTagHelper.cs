using System.ComponentModel;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>Notes where the content of a <c>&lt;cache&gt;</c> ends (<see cref="ConsentCacheStartTagHelper"/>). Public only because Razor finds no other tag helpers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache")]
public sealed class ConsentCacheEndTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override int Order => int.MaxValue;

    /// <summary>The view; set by Razor.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => ConsentCacheStartTagHelper.Change(ViewContext.ViewData, -1);
}
