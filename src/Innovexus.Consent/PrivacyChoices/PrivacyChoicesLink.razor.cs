using Microsoft.AspNetCore.Components;

namespace Innovexus.Consent;

/// <summary>
/// The link to the privacy choices, in the prescribed words and with the opt-out icon: to be seen on every page, in the footer for
/// example, below <see cref="ConsentLink"/> (Cal. Civ. Code § 1798.135(a); 11 CCR § 7013–7015). Works without JavaScript.
/// </summary>
public sealed partial class PrivacyChoicesLink : ConsentComponentBase
{
    /// <summary>The words.</summary>
    /// <value>The default is "Your Privacy Choices".</value>
    [Parameter]
    public PrivacyChoicesWording Wording { get; set; }

    /// <summary>Further attributes, such as <c>class</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (Page.Standalone && Page.Registry.PrivacyChoicesPath is null)
        {
            Page.Report("Without a server there is no built-in page of privacy choices. Place <PrivacyChoices /> on a page and name its path as options.PrivacyChoicesPath.");
        }
    }

    private string Address => ConsentPaths.PrivacyChoicesPage(Navigation, Page.Registry);

    private string Words => Wording switch
    {
        PrivacyChoicesWording.YourCaliforniaPrivacyChoices => ConsentTexts.CaliforniaChoicesLink,
        PrivacyChoicesWording.DoNotSellOrShare => ConsentTexts.DoNotSellLink,
        _ => ConsentTexts.PrivacyChoicesLink,
    };
}
