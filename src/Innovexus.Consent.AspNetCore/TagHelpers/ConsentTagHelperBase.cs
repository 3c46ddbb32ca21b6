using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Innovexus.Consent;

/// <summary>
/// What the tag helpers share: each renders one of the components, so that a Razor view and a Blazor page hold the same markup.
/// Public only because they are; it is not meant to be derived from.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public abstract partial class ConsentTagHelperBase : TagHelper
{
    private protected ConsentTagHelperBase()
    {
    }

    /// <summary>The view; set by Razor.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <summary>
    /// Puts a component in the element's place. It does so as text, since what a component renders is bound to its renderer's dispatcher.
    /// </summary>
    private protected async Task RenderAsync<T>(TagHelperOutput output, params IEnumerable<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var context = ViewContext.HttpContext;
        if (ConsentCacheStartTagHelper.IsInside(ViewContext))
        {
            Refuse(context.RequestServices, output);
            return;
        }

        var given = parameters.Where(parameter => parameter.Value is not null).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        var prerenderer = context.RequestServices.GetRequiredService<IComponentPrerenderer>();
        await using var text = new StringWriter();
        await prerenderer.Dispatcher.InvokeAsync(async () =>
        {
            var content = await prerenderer.PrerenderComponentAsync(context, typeof(T), null!, ParameterView.FromDictionary(given));
            await content.WriteToAsync(text);
        });
        output.TagName = null;
        output.Content.SetHtmlContent(new HtmlString(text.ToString()));
    }

    // The element would show one visitor's state, and the cache would show that to all.
    private static void Refuse(IServiceProvider services, TagHelperOutput output)
    {
        var mistake = $"<{output.TagName}> is inside a <cache> or <distributed-cache>, which shows all visitors what the first one saw. Move it out.";
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException(mistake);
        }

        LogMistake(services.GetRequiredService<ILogger<ConsentTagHelperBase>>(), mistake);
        output.SuppressOutput();
    }

    [LoggerMessage(ServerLogEvents.InsideCacheElement, LogLevel.Error, "{Mistake} It renders nothing.")]
    private static partial void LogMistake(ILogger logger, string mistake);

    /// <summary>The attributes that are not the helper's own, for the element that the component renders: a view holds HTML, a component takes text.</summary>
    private protected static Dictionary<string, object> Others(TagHelperOutput output) =>
        output.Attributes.ToDictionary(
        attribute => attribute.Name,
        attribute => attribute switch
        {
            { ValueStyle: HtmlAttributeValueStyle.Minimized } => true,
            { Value: IHtmlContent html } => WebUtility.HtmlDecode(Text(html, HtmlEncoder.Default)),
            // This is text already: another tag helper has set it.
            _ => (object)(attribute.Value?.ToString() ?? ""),
        },
        StringComparer.OrdinalIgnoreCase);

    private protected static RenderFragment Html(IHtmlContent content, HtmlEncoder encoder)
    {
        var html = Text(content, encoder);
        return builder => builder.AddMarkupContent(0, html);
    }

    /// <summary>
    /// The encoder of the view, which a site may have replaced: with it, content is encoded as in the same element without the helper.
    /// </summary>
    private protected HtmlEncoder Encoder => ViewContext.HttpContext.RequestServices.GetService<HtmlEncoder>() ?? HtmlEncoder.Default;

    private protected static string Text(IHtmlContent content, HtmlEncoder encoder)
    {
        using var text = new StringWriter();
        content.WriteTo(text, encoder);
        return text.ToString();
    }
}
