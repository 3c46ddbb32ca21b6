using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// Notes where the content of a <c>&lt;cache&gt;</c> begins, which shows everybody what the first visitor was shown: the library's tag
/// helpers render nothing in there. Public only because Razor finds no other tag helpers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[HtmlTargetElement("cache")]
[HtmlTargetElement("distributed-cache")]
public sealed class ConsentCacheStartTagHelper : TagHelper
{
    // In the view's data, which partial views and view components inherit.
    private const string Key = "Innovexus.Consent.Cache";

    /// <inheritdoc/>
    public override int Order => int.MinValue;

    /// <summary>The view; set by Razor.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => Change(ViewContext.ViewData, 1);

    internal static bool IsInside(ViewContext view) => Depth(view.ViewData) > 0;

    internal static void Change(ViewDataDictionary data, int by) => data[Key] = Depth(data) + by;

    private static int Depth(ViewDataDictionary data) => Convert.ToInt32(data[Key], CultureInfo.InvariantCulture);
}
