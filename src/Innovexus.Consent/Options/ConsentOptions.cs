using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>
/// What a site sets up, whatever its host: who answers for it, where its pages are, and how long a decision lasts. A server's options
/// derive from it.
/// Read once at start-up, so a snapshot or monitor gives the same object; not safe for concurrent use.
/// </summary>
public class ConsentOptions
{
    /// <summary>Who answers for the site. Required.</summary>
    public ControllerIdentity? Controller { get; set; }

    /// <summary>The privacy policy: a path of the site such as <c>/privacy</c>, or an http or https address. Required.</summary>
    public string? PrivacyPolicyPath { get; set; }

    /// <summary>The site's own page with <c>ConsentPreferences</c> on it, such as <c>/cookies</c>.</summary>
    /// <value><see langword="null"/>, the default: the built-in page at <c>/_ic/preferences</c>.</value>
    public string? PreferencesPath { get; set; }

    /// <summary>The site's own page with <c>PrivacyChoices</c> on it, such as <c>/privacy-choices</c>.</summary>
    /// <value><see langword="null"/>, the default: the built-in page at <c>/_ic/privacy-choices</c>.</value>
    public string? PrivacyChoicesPath { get; set; }

    /// <summary>The versions of the privacy policy. Of the newest that is material, <c>PolicyChangeNotice</c> tells visitors.</summary>
    public IList<PolicyVersion> PolicyVersions { get; } = [];

    /// <summary>How long a decision, grant or refusal, lasts. At least a day, at most 395 days (13 months).</summary>
    /// <value>The default is 182 days, six months (CNIL's recommendation 2020-092).</value>
    public TimeSpan Lifetime { get; set; } = ConsentRules.DefaultLifetime;

    /// <summary>Where the site departs from the library's table of rules for regions and categories.</summary>
    public ConsentRulesOptions Rules { get; } = new();

    /// <summary>How the banner looks.</summary>
    public BannerOptions Banner { get; } = new();

    /// <summary>Whether the banner carries its style in the page, which saves a request; otherwise it links <c>ic.css</c>.</summary>
    /// <value>The default is <see langword="true"/>. Set it to false under a policy that allows neither a nonce nor inline styles.</value>
    public bool InlineStyle { get; set; } = true;

    /// <summary>
    /// A parent domain of the site, such as <c>example.com</c>, whose sites share one decision. They must declare the same, since a
    /// decision counts only where it was made against the same declarations; and each of them can change it, which is why the default
    /// is safer.
    /// </summary>
    /// <value><see langword="null"/>, the default: the decision is this host's alone, and on https its cookie is named <c>__Host-ic_consent</c>.</value>
    public string? CookieDomain { get; set; }

    /// <summary>
    /// The whole name of the decision's cookie: letters, digits, <c>_</c> and <c>-</c>. Everything else that the library keeps in a browser
    /// follows it. Applications of one host share a decision where they have one name, and each has its own where the names differ, on
    /// ports of <c>localhost</c> too. A name that begins with <c>__Host-</c> or <c>__Secure-</c> loses that beginning on plain http, where
    /// browsers refuse it.
    /// </summary>
    /// <value>
    /// <see langword="null"/>, the default: <c>ic_consent</c>, with the application's path base at its end (<c>ic_consent_shop</c> for
    /// <c>/shop</c>) and <c>__Host-</c> before it on https; with <see cref="CookieDomain"/> neither.
    /// </value>
    public string? CookieName { get; set; }

    /// <summary>
    /// What is said to scripts that belong to no single vendor, such as a tag manager's: at <see cref="SignalMoment.Before"/> or
    /// <see cref="SignalMoment.Change"/>.
    /// </summary>
    public IList<VendorSignal> Signals { get; } = [];

    internal RegistryDraft Registry { get; } = new();

    /// <summary>Whether the server has a source of decisions from elsewhere.</summary>
    internal bool HasExternalSource { get; set; }

    /// <summary>Whether there is no server, so that scripts keep what is kept.</summary>
    internal bool Standalone { get; set; }

    /// <summary>Whether banner and preferences say that a choice also counts for the visitor's account.</summary>
    internal virtual bool FollowsAccount => HasExternalSource;

    /// <summary>Adds the settings that only hosts of one kind can honour.</summary>
    /// <param name="values">Reads their values.</param>
    /// <param name="settings">What reads each setting, by its key.</param>
    internal virtual void AddSettings(ValueReader values, Dictionary<string, Action<IConfigurationSection>> settings)
    {
    }

    /// <summary>Adds what is wrong with those.</summary>
    internal virtual void Check(List<ConsentProblem> problems)
    {
    }
}
