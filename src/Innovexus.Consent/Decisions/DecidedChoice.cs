namespace Innovexus.Consent;

/// <summary>One entry of a decision.</summary>
/// <param name="Granted">Whether it was allowed.</param>
/// <param name="Fingerprint">
/// The category's fingerprint at that time. A vendor's entry has none where its category was decided with it.
/// </param>
internal readonly record struct DecidedChoice(bool Granted, string? Fingerprint);
