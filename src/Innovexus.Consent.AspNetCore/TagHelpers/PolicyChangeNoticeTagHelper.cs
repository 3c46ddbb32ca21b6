using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;policy-change-notice /&gt;</c>: <see cref="PolicyChangeNotice"/> for Razor Pages and MVC.</summary>
[HtmlTargetElement("policy-change-notice")]
public sealed class PolicyChangeNoticeTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<PolicyChangeNotice>(output);
    }
}
