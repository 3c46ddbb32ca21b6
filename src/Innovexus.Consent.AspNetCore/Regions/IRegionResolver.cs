using Microsoft.AspNetCore.Http;

namespace Innovexus.Consent;

/// <summary>
/// Tells where a visitor is, so that the right rules apply. Resolvers are asked in their order, and the first answer that is a region
/// wins; without one the strictest rules apply. A singleton; asked from several requests at once, and again in one where the visitor was signed in since.
/// </summary>
public interface IRegionResolver
{
    /// <summary>Lower ones are asked first. Those of the host are 0, trusted headers 100, databases of addresses 200.</summary>
    int Order => 0;

    /// <summary>The request headers that the answer depends on, for caches; none where it depends on something else.</summary>
    /// <value>The default is none: the response is then private.</value>
    IReadOnlyList<string> Headers => [];

    /// <summary>
    /// Whether every answer is there when <see cref="ResolveAsync"/> returns. Such a resolver is asked only in requests that ask for
    /// consent. Any other is asked before every endpoint except those of static assets, so that code there need not wait.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    bool CompletesSynchronously => false;

    /// <summary>Where the visitor is.</summary>
    /// <remarks>
    /// What it throws is counted, and logged without the exception's text; the next one is asked. So it is if the answer takes longer than
    /// <see cref="ConsentServerOptions.SourceTimeout"/>: the call is then left to itself, beside the request. Services of the request that
    /// allow one use at a time, such as a <c>DbContext</c>, are therefore better taken from a scope of its own.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">
    /// The request's own (<c>RequestAborted</c>): ends when the visitor has gone, not when the time is over. Never ends where
    /// <see cref="CompletesSynchronously"/>.
    /// </param>
    /// <returns>An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>, in any case; anything else, <see langword="null"/> included, leaves it to the next one.</returns>
    ValueTask<string?> ResolveAsync(HttpContext context, CancellationToken cancellationToken);
}
