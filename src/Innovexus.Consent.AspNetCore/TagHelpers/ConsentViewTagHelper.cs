using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Innovexus.Consent;

/// <summary>
/// <c>&lt;consent-view consent="chat"&gt;&lt;granted&gt;…&lt;/granted&gt;&lt;denied&gt;…&lt;/denied&gt;&lt;/consent-view&gt;</c>: <see cref="ConsentView"/>
/// for Razor Pages and MVC. Only the branch that may be seen is sent; a page that is the same for all holds both. Without a
/// <c>&lt;granted&gt;</c>, everything outside <c>&lt;denied&gt;</c> is shown where it is granted.
/// </summary>
[HtmlTargetElement("consent-view")]
public sealed class ConsentViewTagHelper : ConsentTagHelperBase
{
    /// <summary>The consent that it needs: the id of a vendor or of a category. Required.</summary>
    public string? Consent { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var request = ViewContext.HttpContext;
        var branches = new ConsentViewBranches(ConsentFeature.Of(request).IsCacheable ? null : request.GetConsent().IsGranted(Consent));
        context.Items[typeof(ConsentViewBranches)] = branches;
        var rest = await output.GetChildContentAsync();
        await RenderAsync<ConsentView>(
            output,
            (nameof(ConsentView.Consent), Consent),
            (nameof(ConsentView.ChildContent), branches.Shows(true) ? Branch(branches.Granted ?? rest) : null),
            (nameof(ConsentView.Denied), branches.Denied is { } denied ? Branch(denied) : null));
    }

    private RenderFragment<ConsentVerdict> Branch(IHtmlContent content)
    {
        var html = Html(content, Encoder);
        return _ => html;
    }
}
