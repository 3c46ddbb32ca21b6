namespace Innovexus.Consent;

/// <summary>
/// Who answers for the site: the controller of the GDPR (Art. 4(7)), the business of the CCPA. Named in banner and preferences.
/// Immutable and safe to share between threads.
/// </summary>
public sealed record ControllerIdentity
{
    /// <summary>The name that visitors know, such as <c>Innovexus</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How to reach it: an e-mail address, a URL, or a path of the site. The preferences link it.</summary>
    /// <value><see langword="null"/>, the default: none is shown.</value>
    public string? Contact { get; init; }
}
