using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Innovexus.Consent;

/// <summary>
/// A script that runs only where its vendor or category is granted: rendered inert, whatever the state, and activated by the
/// runtime once, in document order. What it renders is the public contract of <c>docs/gating.md</c>.
/// Further attributes such as <c>integrity</c>, <c>crossorigin</c> or <c>async</c> are passed on.
/// </summary>
public sealed class ConsentScript : ConsentGateBase
{
    /// <summary>The address of an external script. Either this or <see cref="Code"/>.</summary>
    [Parameter]
    public string? Src { get; set; }

    /// <summary>The code of an inline script. Either this or <see cref="Src"/>. </summary>
    /// <remarks>
    /// It is written as it is, so put a value from elsewhere into it as JSON only (<c>JsonSerializer.Serialize</c>). What would end or
    /// swallow the element, <c>&lt;/script</c> and <c>&lt;script</c> after a <c>&lt;!--</c>, is written with an escape that means the same
    /// in strings, templates, regular expressions and JSON. In a <see cref="Type"/> that is no script,
    /// such as <c>text/template</c>, only <c>&lt;/script</c> is escaped, and a <c>&lt;script</c> in a comment that does not end.
    /// </remarks>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>The type, such as <c>module</c>.</summary>
    /// <value><see langword="null"/>, the default: a classic script.</value>
    [Parameter]
    public string? Type { get; set; }

    /// <summary>How often it runs.</summary>
    /// <value>The default is <see cref="ScriptRun.Once"/>.</value>
    [Parameter]
    public ScriptRun Run { get; set; }

    /// <summary>Tells this script from another; a script whose key has run does not run again in the document.</summary>
    /// <value>The default is made from the id and the address or code.</value>
    [Parameter]
    public string? Key { get; set; }

    /// <summary>
    /// Whether listeners that this script adds for <c>DOMContentLoaded</c> or <c>load</c>, and <c>window.onload</c>, are called also where
    /// those events are over, as they are when a visitor allows it. Only for a classic script that does nothing until then, and for what it
    /// does itself, not what it loads.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    [Parameter]
    public bool ReplayLoadEvents { get; set; }

    /// <summary>Further attributes.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The parameters contradict each other.</exception>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        (Src, Code, Type, Key) = (Given(Src), Given(Code), Given(Type), Given(Key));
        if (Src is null == Code is null)
        {
            throw new InvalidOperationException($"ConsentScript for '{Id}' needs either Src or Code, and not both.");
        }
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var key = Key ?? GateKey.Of(Id, Src ?? Code!);

        builder.OpenElement(0, "script");
        // Both are needed so that no diff, Blazor's or enhanced navigation's, reuses an executed element for another script:
        // it would silently never run.
        builder.SetKey(key);
        builder.AddMultipleAttributes(1, AdditionalAttributes);
        builder.AddAttribute(2, "type", "text/plain");
        builder.AddAttribute(3, "data-ic", Id);
        builder.AddAttribute(4, "data-ic-key", key);
        builder.AddAttribute(5, "data-permanent", $"ic:{key}");
        builder.AddAttribute(6, "data-ic-type", Type);
        builder.AddAttribute(7, "data-ic-run", Run == ScriptRun.EachNavigation ? "navigation" : null);
        builder.AddAttribute(8, "data-ic-replay", ReplayLoadEvents);
        builder.AddAttribute(9, "src", Src);
        // An interactive renderer makes a text node of text, and would parse markup; a static one would encode text.
        if (RendererInfo.IsInteractive)
        {
            builder.AddContent(10, InlineCode.Contained(Code, Type));
        }
        else
        {
            builder.AddMarkupContent(11, InlineCode.Contained(Code, Type));
        }

        builder.CloseElement();
    }
}
