using Innovexus.Consent;

namespace Microsoft.AspNetCore.Http;

/// <summary>Consent in a request.</summary>
public static class ConsentHttpContextExtensions
{
    /// <summary>The visitor's consent in this request: <c>context.GetConsent()["plausible"].Granted</c>. Evaluated once, on first use.</summary>
    /// <param name="context">The request.</param>
    /// <remarks>
    /// A source of decisions from elsewhere (<c>IExternalConsentSource</c>) is asked before an endpoint runs, and so are region resolvers,
    /// <c>Age</c> and <c>Restricted</c> if their answers come later. A middleware that asks before that is told that nothing optional is
    /// granted, and the response is private; await <see cref="GetConsentAsync"/> there.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static ConsentState GetConsent(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var feature = ConsentFeature.Of(context);
        feature.TellCaches();
        return feature.State;
    }

    /// <summary>
    /// The visitor's consent in this request, once the site has answered everything about the visitor: for middlewares. Call it
    /// after those that tell who the visitor is, such as <c>UseAuthentication</c>.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <exception cref="InvalidOperationException"><c>AddConsent</c> was not called.</exception>
    public static async ValueTask<ConsentState> GetConsentAsync(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var feature = ConsentFeature.Of(context);
        await feature.LoadAsync();
        feature.TellCaches();
        return feature.State;
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
