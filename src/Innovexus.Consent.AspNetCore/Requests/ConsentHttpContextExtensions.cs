using Innovexus.Consent;

namespace Microsoft.AspNetCore.Http;

/// <summary>Consent in a request.</summary>
public static class ConsentHttpContextExtensions
{
    /// <summary>The visitor's consent in this request: <c>context.GetConsent()["plausible"].Granted</c>. Evaluated once, on first use.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static ConsentState GetConsent(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ConsentFeature.Of(context).State;
    }

    /// <summary>
    /// This request's nonce for the Content-Security-Policy, made on first use: 128 random bits, or what <c>options.Nonce</c>
    /// returns. From then on everything the library emits carries it, and the response is private and kept out of the output
    /// cache, since a stored nonce protects nobody. Call it before the page is rendered, and write the policy with it:
    /// <code>script-src 'nonce-…' 'strict-dynamic'</code>
    /// </summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called, or <c>options.Nonce</c> returned nothing.</exception>
    public static string GetConsentNonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ConsentNonce.Of(context).Require();
    }
}
