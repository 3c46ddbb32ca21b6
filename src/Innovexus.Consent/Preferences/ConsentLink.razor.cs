using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// "Cookie settings": opens the preferences, as a dialog or, without JavaScript, as a page. It belongs on every page, in the footer
/// for example: withdrawing must be as easy as granting (GDPR Art. 7(3)).
/// </summary>
public sealed partial class ConsentLink : ConsentComponentBase
{
    /// <summary>The words on the link.</summary>
    /// <value>The default is "Cookie settings".</value>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Further attributes, such as <c>class</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    private string Address =>
        $"{PreferencesAddress}?{ConsentPaths.Return}={Uri.EscapeDataString(ReturnPath)}";
}
