using System.Security.Claims;

namespace Innovexus.Consent;

/// <summary>What a source of decisions from elsewhere is to keep. Immutable.</summary>
public sealed class ExternalConsentSave
{
    /// <summary>Makes one, for tests of a source for example.</summary>
    /// <param name="user">Who decided.</param>
    /// <param name="consent">The decision.</param>
    /// <param name="state">The state that follows.</param>
    public ExternalConsentSave(ClaimsPrincipal user, ExternalConsent consent, ConsentState state)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(state);
        (User, Consent, State) = (user, consent, state);
    }

    /// <summary>Who decided, as the request knew them; not authenticated if nobody is signed in.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>
    /// The decision, all of it: what it leaves alone is in it as it counted before. Keep <see cref="ExternalConsent.ToString"/>, which has
    /// no identifier. Where the browser sends an opt-out preference signal, it is an opt-out for the account (11 CCR § 7025(c)(1)).
    /// </summary>
    public ExternalConsent Consent { get; }

    /// <summary>The state that followed in this browser, locks included.</summary>
    public ConsentState State { get; }
}
