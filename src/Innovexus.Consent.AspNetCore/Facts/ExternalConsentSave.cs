using System.Security.Claims;

namespace Innovexus.Consent;

/// <summary>What a source of decisions from elsewhere is to keep. Immutable.</summary>
public sealed class ExternalConsentSave
{
    /// <summary>Who decided, as the request knew them; not authenticated if nobody is signed in.</summary>
    public required ClaimsPrincipal User { get; init; }

    /// <summary>
    /// The decision, all of it: what it leaves alone is in it as it counted before. Keep <see cref="ExternalConsent.ToString"/>, which has
    /// no identifier. Where the browser sends an opt-out preference signal, it is an opt-out for the account (11 CCR § 7025(c)(1)).
    /// </summary>
    public required ExternalConsent Consent { get; init; }

    /// <summary>The state that followed in this browser, locks included.</summary>
    public required ConsentState State { get; init; }
}
