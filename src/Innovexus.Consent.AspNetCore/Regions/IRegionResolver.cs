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

    /// <summary>Where the visitor is.</summary>
    /// <remarks>What it throws is counted, and logged without the exception's text; the next one is asked.</remarks>
    /// <param name="context">The request.</param>
    /// <returns>An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>, in any case; anything else, <see langword="null"/> included, leaves it to the next one.</returns>
    string? Resolve(HttpContext context);
}
