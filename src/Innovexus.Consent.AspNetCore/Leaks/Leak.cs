namespace Innovexus.Consent;

/// <summary>Something that a site's declarations do not cover, or that a visitor has not allowed, and where it was seen.</summary>
/// <param name="Subject">The vendor that declares it, or "undeclared: " and the cookie's name or the origin that was asked for.</param>
/// <param name="Kind"><c>cookie</c>, or the directive that a report names.</param>
/// <param name="Outcome">What became of it: <c>dropped</c>, <c>sent</c>, <c>blocked</c> or <c>reported</c>.</param>
/// <param name="Page">The path of the page or endpoint, without its query.</param>
/// <param name="Source">The endpoint that set it, or the script that asked for it, without its query, and the line; or nothing.</param>
internal sealed record Leak(string Subject, string Kind, string Outcome, string Page, string? Source);
