using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;granted&gt;</c> and <c>&lt;denied&gt;</c> in a <c>&lt;consent-view&gt;</c>: what is shown where it is granted, and where it is not.
/// The other one is not even evaluated, except in a page that is the same for all, which holds both.
/// </summary>
[HtmlTargetElement("granted", ParentTag = "consent-view")]
[HtmlTargetElement("denied", ParentTag = "consent-view")]
public sealed class ConsentBranchTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var branches = (ConsentViewBranches)context.Items[typeof(ConsentViewBranches)];
        var granted = string.Equals(output.TagName, "granted", StringComparison.OrdinalIgnoreCase);
        if (branches.Shows(granted))
        {
            branches.Set(granted, await output.GetChildContentAsync());
        }

        output.SuppressOutput();
    }
}
