using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// What the site stores in a browser, from the registry: a table for each category with name, kind, purpose and duration of each
/// item, its vendor, who receives what it collects, and where (GDPR Art. 13; ePrivacy Directive Art. 5(3)). Place it in the privacy
/// policy or on the preferences page.
/// </summary>
public sealed partial class CookieDeclarations : ConsentComponentBase
{
    /// <summary>
    /// Whether one more column shows which items are stored in the visitor's browser now. It needs JavaScript and is not shown without.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    [Parameter]
    public bool Live { get; set; }

    private IEnumerable<string> Columns =>
        Live ? [.. Fixed, Texts.StoredNow] : Fixed;

    private string[] Fixed =>
        [Texts.ItemName, Texts.Kind, Texts.Purpose, Texts.Duration, Texts.Vendor, Texts.Recipient];
}
