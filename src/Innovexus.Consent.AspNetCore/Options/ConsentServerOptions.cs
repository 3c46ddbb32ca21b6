using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Innovexus.Consent;

/// <summary>
/// What a site on a server sets up: what every host knows, and what only a server can honour. In configuration both are settings of one
/// section. Read once at start-up, so a snapshot or monitor gives the same object; not safe for concurrent use.
/// </summary>
public sealed class ConsentServerOptions : ConsentOptions
{
    /// <summary>
    /// The site's own public origins, such as <c>https://www.example.com</c>, where a proxy in front hides them from the application.
    /// They only prove that a post comes from the site itself; no other site may be named here.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Whether pages are the same for all visitors, so that an output cache or a CDN may keep them: the banner is in every page,
    /// hidden, gates stay inert, and the browser asks for the visitor's state. The pages of the library itself and
    /// <see cref="ConsentOptions.PreferencesPath"/> stay each visitor's own. A nonce cannot be used then; the policy names hashes instead
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
    /// Where that is not enough, the decision of this browser counts. As long again it waits for region resolvers, <see cref="Age"/> and
    /// <see cref="Restricted"/>, for all of them together; an answer that is not there then counts as one that failed.
    /// </summary>
    /// <value>The default is three seconds; from 50 milliseconds to one minute.</value>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(3);

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

    /// <summary>
    /// Whether pages load the runtime's sources, with their comments, instead of the minified scripts, so that a developer can step through.
    /// They come from the server, at <c>/_ic/source/</c>.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool DebugScripts { get; set; }

    /// <summary>Whether options that break a rule stop the start, instead of being logged as warnings.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Strict { get; set; }

    /// <summary>
    /// Where the nonce comes from, if the site makes its own: called once a request, and everything that the library emits
    /// carries what it returns. Returning nothing means that this response has none.
    /// </summary>
    /// <value><see langword="null"/>, the default: <c>HttpContext.GetConsentNonce()</c> makes one when it is called.</value>
    public Func<HttpContext, string?>? Nonce { get; set; }

    /// <summary>
    /// What the site knows of a visitor's age, from an account for example. Under 13 everything optional is locked off and nothing
    /// is asked; from 13 to 15 everything is opt-in.
    /// </summary>
    /// <remarks>
    /// Asked before every endpoint except those of static assets, and again if the visitor was signed in since, so answer at once for
    /// visitors who are not signed in. What it throws is counted, and logged without the exception's text; everything optional is then
    /// locked in that request. So it is if the answer takes longer than <see cref="SourceTimeout"/>: the call is then left to itself,
    /// beside the request. Services of the request that allow one use at a time, such as a <c>DbContext</c>, are therefore better taken from
    /// a scope of its own. The token is the request's (<c>RequestAborted</c>), which ends when the visitor has gone. Called from several
    /// requests at once. It cannot ask for the visitor's consent, which depends on its answer: it is told that nothing optional is granted.
    /// </remarks>
    /// <value><see langword="null"/>, the default: nothing is known.</value>
    public Func<HttpContext, CancellationToken, ValueTask<AgeSignal>>? Age { get; set; }

    /// <summary>Whether a visitor has restricted the processing of their data (GDPR Art. 18); everything optional is then locked off.</summary>
    /// <remarks>As <see cref="Age"/>.</remarks>
    /// <value><see langword="null"/>, the default: nobody has.</value>
    public Func<HttpContext, CancellationToken, ValueTask<bool>>? Restricted { get; set; }

    internal override bool FollowsAccount => base.FollowsAccount && ChoicesFollowAccount;

    internal override void AddSettings(ValueReader values, Dictionary<string, Action<IConfigurationSection>> settings)
    {
        settings["AllowedOrigins"] = entry => values.ReadList(entry, AllowedOrigins.Add);
        settings["GlobalPrivacyControlStatement"] = entry => values.ReadDate(entry, value => GlobalPrivacyControlStatement = value);
        settings["Strict"] = entry => values.ReadBool(entry, value => Strict = value);
        settings["CacheablePages"] = entry => values.ReadBool(entry, value => CacheablePages = value);
        settings["ContentSecurity"] = entry => values.ReadName<ContentSecurityMode>(entry, mode => ContentSecurity = mode);
        settings["DebugScripts"] = entry => values.ReadBool(entry, value => DebugScripts = value);
        settings["DropUndeclaredCookies"] = entry => values.ReadBool(entry, value => DropUndeclaredCookies = value);
        settings["RateLimiterPolicy"] = entry => values.ReadText(entry, text => RateLimiterPolicy = text);
        settings["SourceTimeout"] = entry => values.ReadDuration(entry, duration => SourceTimeout = duration);
        settings["ExternalSaveRetries"] = entry => values.ReadInteger(entry, value => ExternalSaveRetries = value);
        settings["ChoicesFollowAccount"] = entry => values.ReadBool(entry, value => ChoicesFollowAccount = value);
    }

    internal override void Check(List<ConsentProblem> problems) => ServerChecks.Check(this, problems);
}
