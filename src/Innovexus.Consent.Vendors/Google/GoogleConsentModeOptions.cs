namespace Innovexus.Consent;

/// <summary>
/// What Google's tags are told of the visitor's choice, with Consent Mode v2: which category or vendor each of its types follows. A
/// category without a vendor is never granted, since nobody is asked about it. A vendor is better where there is one: a visitor may refuse
/// it alone, and Global Privacy Control locks vendors. <c>security_storage</c> is always granted.
/// Read once at start-up; not safe for concurrent use.
/// </summary>
public sealed class GoogleConsentModeOptions
{
    /// <summary>What <c>ad_storage</c> follows: storage for advertising.</summary>
    /// <value>The id of a category or a vendor. <see langword="null"/>, the default: Google Ads (<c>google-ads</c>) where it is declared, else <c>marketing</c>.</value>
    public string? AdStorage { get; set; }

    /// <summary>What <c>ad_user_data</c> follows: sending data about the visitor to Google for advertising.</summary>
    /// <value>The id of a category or a vendor. <see langword="null"/>, the default: Google Ads (<c>google-ads</c>) where it is declared, else <c>marketing</c>.</value>
    public string? AdUserData { get; set; }

    /// <summary>What <c>ad_personalization</c> follows: personalised advertising.</summary>
    /// <value>The id of a category or a vendor. <see langword="null"/>, the default: Google Ads (<c>google-ads</c>) where it is declared, else <c>marketing</c>.</value>
    public string? AdPersonalization { get; set; }

    /// <summary>What <c>analytics_storage</c> follows: storage for statistics.</summary>
    /// <value>The id of a category or a vendor. <see langword="null"/>, the default: Google Analytics (<c>google-analytics</c>) where it is declared, else <c>analytics</c>.</value>
    public string? AnalyticsStorage { get; set; }

    /// <summary>What <c>functionality_storage</c> follows: storage for functions of the site, such as its language.</summary>
    /// <value>The id of a category or a vendor. The default is <c>functional</c>.</value>
    public string FunctionalityStorage { get; set; } = ConsentCategories.Functional;

    /// <summary>What <c>personalization_storage</c> follows: storage for recommendations.</summary>
    /// <value>The id of a category or a vendor. The default is <c>functional</c>.</value>
    public string PersonalizationStorage { get; set; } = ConsentCategories.Functional;

    /// <summary>Whether Google takes the ids of clicks out of what it sends while <c>ad_storage</c> is denied.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AdsDataRedaction { get; set; } = true;

    /// <summary>Whether the ids of clicks go from page to page in the site's own links while <c>ad_storage</c> is denied.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool UrlPassthrough { get; set; }

    /// <summary>
    /// Whether Google's components may render with <see cref="GoogleSnippetBase.Ungated"/>: their tags then load for everyone, and send
    /// pings without cookies, with the visitor's address and page, before and without consent.
    /// </summary>
    /// <value>The default is <see langword="false"/>, basic mode: nothing loads before a grant.</value>
    public bool Advanced { get; set; }
}
