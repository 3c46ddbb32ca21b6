using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;consent-button /&gt;</c>: <see cref="ConsentButton"/> for Razor Pages and MVC.</summary>
[HtmlTargetElement("consent-button")]
public sealed class ConsentButtonTagHelper : ConsentTagHelperBase
{
    /// <summary>Whether it stands in the corner where lines end.</summary>
    /// <value>The default is <see langword="false"/>: the corner where lines start.</value>
    public bool AtEnd { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<ConsentButton>(output, (nameof(ConsentButton.AtEnd), AtEnd));
    }
}
