namespace Innovexus.Consent;

/// <summary>The wordings that California's regulations prescribe for the link (11 CCR § 7013, 7015).</summary>
public enum PrivacyChoicesWording
{
    /// <summary>"Your Privacy Choices", with the opt-out icon (11 CCR § 7015(b)).</summary>
    YourPrivacyChoices,

    /// <summary>"Your California Privacy Choices", with the opt-out icon (11 CCR § 7015(b)).</summary>
    YourCaliforniaPrivacyChoices,

    /// <summary>"Do Not Sell or Share My Personal Information", without the icon (11 CCR § 7013(a)).</summary>
    DoNotSellOrShare,
}
