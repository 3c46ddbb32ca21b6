using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// Decisions that the site has from elsewhere: an account's, or another platform's. Where one contradicts the decision of this browser,
/// <see cref="ConsentRulesOptions.ExternalPrecedence"/> says which counts; neither counts against a lock (age, restriction, opt-out signal).
/// </summary>
/// <remarks>
/// Scoped. It is asked when the visitor is known, before an endpoint runs, and again if the visitor was signed in since. A call that
/// throws, or takes longer than <see cref="ConsentServerOptions.SourceTimeout"/>, is counted, and logged without the exception's text; the
/// decision of this browser then stands. Each call is on a source from a scope of its own, so the services that it is given are not the
/// request's: those are in <c>context.RequestServices</c>.
/// </remarks>
public interface IExternalConsentSource
{
    /// <summary>What is known of this visitor.</summary>
    /// <param name="context">
    /// The request, with the visitor in <c>User</c>. Answer at once for a visitor who is not signed in: this runs before every endpoint,
    /// except those of static assets.
    /// </param>
    /// <param name="cancellationToken">Ends when the time is over or the visitor has gone. Pass it on: what goes on regardless runs beside the request.</param>
    /// <returns><see langword="null"/> for nothing.</returns>
    ValueTask<ExternalConsent?> GetAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps what the visitor has decided, grant, refusal or withdrawal, so that it holds in their other browsers too. Called after it was
    /// kept in this browser; in a later attempt (<see cref="ConsentServerOptions.ExternalSaveRetries"/>) the request is over.
    /// Attempts may overlap and come late, so keep the newer decision where there is one already.
    /// </summary>
    /// <param name="save">The visitor and the decision.</param>
    /// <param name="cancellationToken">Ends when the time is over, not when the visitor leaves.</param>
    ValueTask SaveAsync(ExternalConsentSave save, CancellationToken cancellationToken);
}
