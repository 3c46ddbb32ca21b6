using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;consent-preferences /&gt;</c>: <see cref="ConsentPreferences"/> for Razor Pages and MVC.</summary>
[HtmlTargetElement("consent-preferences")]
public sealed class ConsentPreferencesTagHelper : ConsentTagHelperBase
{
    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<ConsentPreferences>(output);
    }
}
