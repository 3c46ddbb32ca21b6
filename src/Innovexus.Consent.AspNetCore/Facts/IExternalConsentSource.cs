using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// Decisions that the site has from elsewhere: an account's settings, or another platform. They count until the visitor chooses here,
/// and never against a lock (age, restriction, opt-out signal). Resolved from the request's services, and asked once in it, and again if the visitor was signed in since.
/// </summary>
public interface IExternalConsentSource
{
    /// <summary>What is known of this visitor, by the id of a category or vendor; unknown ids are ignored.</summary>
    /// <param name="context">The request. Read claims or what is at hand: this is called while a page is rendered.</param>
    /// <returns><see langword="null"/> for nothing.</returns>
    IReadOnlyDictionary<string, bool>? GetDecisions(HttpContext context);

    /// <summary>
    /// Called after the visitor has decided, so that it can be kept for the account: an opt-out then holds in the visitor's other
    /// browsers too (11 CCR § 7025(c)(1)).
    /// </summary>
    /// <param name="context">The request of the decision.</param>
    /// <param name="state">The state that follows.</param>
    Task SaveAsync(HttpContext context, ConsentState state) => Task.CompletedTask;
}
