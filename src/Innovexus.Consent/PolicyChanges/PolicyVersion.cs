namespace Innovexus.Consent;

/// <summary>One version of the privacy policy.</summary>
/// <param name="Id">What it is called, such as <c>2026-11</c>: letters, digits, dots and hyphens, up to 32. A visitor's browser remembers it.</param>
/// <param name="Effective">From when it is in force.</param>
/// <param name="Summary">What changed, in a sentence or two for visitors.</param>
/// <param name="Material">
/// Whether visitors are told by <c>PolicyChangeNotice</c>. It is a notice and no question: continued use is never taken as consent. Where a
/// change needs consent, raise the vendor's <c>Revision</c>, or declare what is new, and its category is asked again.
/// </param>
public sealed record PolicyVersion(string Id, DateOnly Effective, string Summary, bool Material = false)
{
    internal const int LongestId = 32;

    internal static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
