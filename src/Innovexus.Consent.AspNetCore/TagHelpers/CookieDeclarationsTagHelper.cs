using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary><c>&lt;cookie-declarations /&gt;</c>: <see cref="CookieDeclarations"/> for Razor Pages and MVC.</summary>
[HtmlTargetElement("cookie-declarations")]
public sealed class CookieDeclarationsTagHelper : ConsentTagHelperBase
{
    /// <summary>Whether one more column shows what is stored in the visitor's browser now.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Live { get; set; }

    /// <inheritdoc/>
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return RenderAsync<CookieDeclarations>(output, (nameof(CookieDeclarations.Live), Live));
    }
}
