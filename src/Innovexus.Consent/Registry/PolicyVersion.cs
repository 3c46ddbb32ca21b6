namespace Innovexus.Consent;

/// <summary>One version of the privacy policy. Immutable and safe to share between threads.</summary>
public sealed record PolicyVersion
{
    internal const int LongestId = 32;

    /// <summary>What it is called, such as <c>2026-11</c>: letters, digits, dots and hyphens, up to 32. A visitor's browser remembers it.</summary>
    public required string Id { get; init; }

    /// <summary>From when it is in force.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>What changed, in a sentence or two for visitors.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// Whether visitors are told by <c>PolicyChangeNotice</c>. It is a notice and no question: continued use is never taken as consent. Where a
    /// change needs consent, raise the vendor's <c>Revision</c>, or declare what is new, and its category is asked again.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Material { get; init; }

    internal static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
