namespace Innovexus.Consent;

/// <summary>
/// What a site sets up: who answers for it, where its pages are, and how long a decision lasts.
/// Read once at start-up; not safe for concurrent use.
/// </summary>
public sealed class ConsentOptions
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

    /// <summary>Whether the banner carries its style in the page, which saves a request; otherwise it links <c>ic.css</c>.</summary>
    /// <value>The default is <see langword="true"/>. Set it to false under a policy that allows neither a nonce nor inline styles.</value>
    public bool InlineStyle { get; set; } = true;

    /// <summary>
    /// Whether pages load the runtime's sources, with their comments, instead of the minified scripts, so that a developer can step through.
    /// They come from the server, at <c>/_ic/source/</c>; an application without a server ignores this.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DebugScripts { get; set; }

    /// <summary>
    /// The site's own public origins, such as <c>https://www.example.com</c>, where a proxy in front hides them from the application.
    /// They only prove that a post comes from the site itself; no other site may be named here.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

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
    /// Whether pages are the same for all visitors, so that an output cache or a CDN may keep them: the banner is in every page,
    /// hidden, gates stay inert, and the browser asks for the visitor's state. The pages of the library itself and
    /// <see cref="PreferencesPath"/> stay each visitor's own. A nonce cannot be used then; the policy names hashes instead
    /// (<c>ConsentHashes</c>).
    /// </summary>
    /// <value>The default is <see langword="false"/>: each page is rendered for its visitor, and caches keep visitors apart.</value>
    public bool CacheablePages { get; set; }

    /// <summary>
    /// Whether a server sends a policy header, beside the site's own, that follows from the origins that vendors declare
    /// (<see cref="VendorOptions.AddOrigin"/>). Browsers enforce both, so it never weakens the site's.
    /// </summary>
    /// <value>The default is <see cref="ContentSecurityMode.Off"/>.</value>
    public ContentSecurityMode ContentSecurity { get; set; }

    /// <summary>
    /// Whether a server drops cookies from its responses that nobody declared, unless the code that sets them calls them essential
    /// (<c>CookieOptions.IsEssential</c>). Those of a vendor that is not granted are dropped in any case, and deletions never.
    /// </summary>
    /// <value>The default is <see langword="false"/>: in Development they are reported.</value>
    public bool DropUndeclaredCookies { get; set; }

    /// <summary>
    /// The name of a rate limiting policy of the host (<c>AddRateLimiter</c>) for what the library's endpoints accept by post:
    /// decisions and reports.
    /// </summary>
    /// <value><see langword="null"/>, the default: they are not limited.</value>
    public string? RateLimiterPolicy { get; set; }

    /// <summary>
    /// How long a server waits for a source of decisions from elsewhere (<c>IExternalConsentSource</c>), when it asks and when it saves.
    /// Where that is not enough, the decision of this browser counts.
    /// </summary>
    /// <value>The default is three seconds; from 50 milliseconds to one minute.</value>
    public TimeSpan ExternalTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often a server tries again to save a decision with a source of decisions from elsewhere that failed to: after one second, then
    /// after twice as long each time, up to a minute; when the server stops, once more at once. It waits in memory, so a server that
    /// crashes loses it, and at most 256 decisions wait.
    /// </summary>
    /// <value>The default is 0, never; at most 10.</value>
    public int ExternalSaveRetries { get; set; }

    /// <summary>
    /// Whether banner and preferences say, where there is a source of decisions from elsewhere, that a choice also counts for the
    /// visitor's account on other devices. Turn it off for a source that keeps nothing for an account.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ChoicesFollowAccount { get; set; } = true;

    /// <summary>
    /// Since when the site states that it honours Global Privacy Control; served as <c>/.well-known/gpc.json</c>. It is honoured
    /// without a statement too.
    /// </summary>
    /// <value><see langword="null"/>, the default: no statement is served.</value>
    public DateOnly? GlobalPrivacyControlStatement { get; set; }

    /// <summary>Whether options that break a rule stop the start, instead of being logged as warnings.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Strict { get; set; }

    internal RegistryDraft Registry { get; } = new();

    /// <summary>Whether the server has a source of decisions from elsewhere.</summary>
    internal bool HasExternalSource { get; set; }

    /// <summary>Whether there is no server, so that scripts keep what is kept.</summary>
    internal bool Standalone { get; set; }

    /// <summary>The nonce source; its type belongs to the server package, which offers it as a property of these options.</summary>
    internal object? NonceSource { get; set; }

    /// <summary>What the site knows of ages; as with the nonce, its type belongs to the server package.</summary>
    internal object? AgeSource { get; set; }

    /// <summary>Who has restricted processing; as with the nonce, its type belongs to the server package.</summary>
    internal object? RestrictedSource { get; set; }
}
